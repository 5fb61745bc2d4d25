package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyInEnd(t *testing.T) {
	transcript.Run(t, "destroy_in_end", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("hello")
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Resume()
			client.OnEnd(func() {
				c("end")
				client.Destroy()
			})
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(func(hadError bool) { c("close", hadError, client.ReadableEnded(), client.WritableEnded()) })
		})
	})
}
