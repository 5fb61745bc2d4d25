package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestResetAndDestroy(t *testing.T) {
	transcript.Run(t, "reset_and_destroy", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnEnd(scene.Event(s, "end"))
			peer.OnError(scene.Error(s))
			peer.OnClose(scene.Close(s))
			peer.Once("data", func() { c("same socket", scene.Same(client.ResetAndDestroy(), client), client.Destroyed()) })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() { client.Write("hello") })
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
