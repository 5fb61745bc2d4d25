package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRefusedThenAgain(t *testing.T) {
	transcript.Run(t, "refused_then_again", func(x *transcript.T) {
		c := x.Track("client")
		gone := scene.Serve(x, net2.ServerOptions{}, nil)
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("hello")
		})
		scene.Listen(server, func() {
			scene.Listen(gone, func() {
				port := gone.Address().Port
				gone.Close(func(error) {
					client := scene.ConnectPort(x, port)
					client.OnError(func(err error) { c("error", net2.Code(err)) })
					client.OnConnect(scene.Event(c, "connect"))
					client.OnData(scene.Data(c))
					client.OnClose(func(hadError bool) {
						c("close", hadError)
						if hadError {
							client.Connect(server.Address().Port, "127.0.0.1")
						}
					})
				})
			})
		})
	})
}
