package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestResetWhileConnecting(t *testing.T) {
	transcript.Run(t, "reset_while_connecting", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnError(func(error) {})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(scene.Event(c, "connect"))
			client.OnReady(scene.Event(c, "ready"))
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
			client.ResetAndDestroy()
			c("called", client.Connecting(), client.Destroyed())
		})
	})
}
