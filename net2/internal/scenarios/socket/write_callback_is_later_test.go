package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteCallbackIsLater(t *testing.T) {
	transcript.Run(t, "write_callback_is_later", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				x.Loop.NextTick(func() { c("earlier tick") })
				client.Write("hello", func(error) { c("written") })
				x.Loop.NextTick(func() { c("later tick") })
				x.Loop.SetImmediate(func() {
					c("immediate")
					client.Destroy()
				})
				c("write returned")
			})
		})
	})
}
