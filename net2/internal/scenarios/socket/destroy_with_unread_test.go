package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyWithUnread(t *testing.T) {
	transcript.Run(t, "destroy_with_unread", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.OnClose(func(hadError bool) { s("close", hadError, peer.BytesRead()) })
			scene.Until(x, func() bool { return client.BytesWritten() > 0 }, func() {
				x.Loop.SetTimeout(30*time.Millisecond, func() { peer.Destroy() })
			})
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() { client.Write("hello") })
			client.Resume()
			client.OnEnd(scene.Event(c, "end"))
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
