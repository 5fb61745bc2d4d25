package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroySoonFinished(t *testing.T) {
	transcript.Run(t, "destroy_soon_finished", func(x *transcript.T) {
		c := x.Track("client")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{AllowHalfOpen: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnEnd(func() { scene.Until(x, client.Destroyed, func() { peer.End() }) })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() { client.End("bye") })
			client.OnFinish(func() {
				c("finish", client.Destroyed())
				client.DestroySoon()
				c("called", client.Destroyed())
			})
			client.OnClose(scene.Close(c))
		})
	})
}
