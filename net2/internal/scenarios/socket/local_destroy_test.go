package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLocalDestroy(t *testing.T) {
	transcript.Run(t, "local_destroy", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.Write("hello")
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnData(func(chunk []byte) {
				c("data", chunk)
				client.Destroy()
				c("destroy returned", client.Readable(), client.Writable())
				x.Loop.NextTick(func() { c("tick") })
			})
			client.OnEnd(scene.Event(c, "end"))
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(func(hadError bool) {
				c("close", hadError, client.ReadableEnded(), client.WritableEnded(), client.WritableFinished())
			})
		})
	})
}
