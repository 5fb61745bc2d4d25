package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteThenDestroy(t *testing.T) {
	transcript.Run(t, "write_then_destroy", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
			peer.OnClose(scene.Close(s))
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write("hello ", scene.Done(c, "first"))
				client.Write("world", scene.Done(c, "second"))
				client.Destroy()
				c("destroyed", client.BytesWritten())
			})
			client.OnClose(func(hadError bool) { c("close", hadError, client.BytesWritten()) })
		})
	})
}
