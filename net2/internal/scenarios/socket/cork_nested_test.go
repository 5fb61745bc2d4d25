package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCorkNested(t *testing.T) {
	transcript.Run(t, "cork_nested", func(x *transcript.T) {
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
				client.Cork()
				client.Cork()
				client.Write("hello")
				client.Uncork()
				c("one uncork", client.WritableCorked(), client.WritableLength())
				client.End("!")
				c("ended", client.WritableCorked(), client.WritableLength())
			})
		})
	})
}
