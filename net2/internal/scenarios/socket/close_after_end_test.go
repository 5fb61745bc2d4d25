package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseAfterEnd(t *testing.T) {
	transcript.Run(t, "close_after_end", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnEnd(scene.Event(s, "end"))
			peer.OnFinish(scene.Event(s, "finish"))
			peer.OnClose(scene.Close(s))
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
			client.Resume()
			client.OnFinish(scene.Event(c, "finish"))
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
