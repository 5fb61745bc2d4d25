package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestHalfOpenOption(t *testing.T) {
	transcript.Run(t, "half_open_option", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			peer.End()
			peer.Resume()
		})
		halfOpen := net2.SocketOptions{Loop: x.Loop, AllowHalfOpen: true}
		c("new", scene.NewSocket(x).AllowHalfOpen(), net2.NewSocket(halfOpen).AllowHalfOpen())
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{SocketOptions: halfOpen, Port: server.Address().Port})
			client.Resume()
			client.OnEnd(func() {
				x.Loop.SetImmediate(func() {
					c("end", client.AllowHalfOpen(), client.WritableEnded())
					client.End()
					server.Close()
				})
			})
			client.OnClose(scene.Close(c))
		})
	})
}
