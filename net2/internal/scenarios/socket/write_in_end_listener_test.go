package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteInEndListener(t *testing.T) {
	transcript.Run(t, "write_in_end_listener", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
			peer.OnClose(scene.Close(s))
			peer.End()
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Resume()
			client.OnEnd(func() {
				c("end", client.Writable())
				client.Write("last words", scene.Done(c, "written"))
			})
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
