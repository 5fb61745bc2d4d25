package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyDropsBuffered(t *testing.T) {
	transcript.Run(t, "destroy_drops_buffered", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.End("hello")
			peer.OnError(func(error) {})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(func(hadError bool) { c("close", hadError, client.BytesRead()) })
			client.OnConnect(func() {
				scene.Until(x, func() bool { return client.ReadableLength() >= 5 }, func() {
					c("buffered", client.ReadableLength())
					client.Destroy()
					client.OnData(func([]byte) { c("data") })
				})
			})
		})
	})
}
