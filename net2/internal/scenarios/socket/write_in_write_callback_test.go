package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteInWriteCallback(t *testing.T) {
	transcript.Run(t, "write_in_write_callback", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write("1", func(error) {
					c("first written")
					client.Write("3", func(error) {
						c("third written")
						client.End("4")
					})
				})
				client.Write("2", func(error) { c("second written") })
			})
			client.OnFinish(scene.Event(c, "finish"))
		})
	})
}
