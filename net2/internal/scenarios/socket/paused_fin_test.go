package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPausedFin(t *testing.T) {
	transcript.Run(t, "paused_fin", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("one")
			peer.Once("data", func() { peer.End("two") })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnData(func(chunk []byte) {
				c("data", chunk)
				if string(chunk) != "one" {
					return
				}
				client.Pause()
				client.Write("more")
				scene.Until(x, func() bool { return client.ReadableLength() >= 3 }, func() {
					c("paused", client.IsPaused(), client.ReadableEnded())
					client.Resume()
				})
			})
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
