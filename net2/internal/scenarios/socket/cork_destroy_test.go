package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCorkDestroy(t *testing.T) {
	transcript.Run(t, "cork_destroy", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnEnd(func() { s("end", peer.BytesRead()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Cork()
				client.Write("one", scene.Done(c, "one"))
				client.Write("two", scene.Done(c, "two"))
				client.Destroy()
				client.Uncork()
				c("destroyed", client.WritableLength(), client.WritableCorked())
			})
			client.OnClose(scene.Close(c))
		})
	})
}
