package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroySoon(t *testing.T) {
	transcript.Run(t, "destroy_soon", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			n := scene.Count(peer)
			peer.OnEnd(func() { s("end", *n) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write(make([]byte, 16<<20))
				client.DestroySoon()
				c("called", client.Destroyed(), client.WritableEnded())
			})
			client.OnFinish(func() { c("finish", client.Destroyed()) })
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
