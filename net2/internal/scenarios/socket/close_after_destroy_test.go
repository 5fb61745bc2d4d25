package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseAfterDestroy(t *testing.T) {
	transcript.Run(t, "close_after_destroy", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Destroy()
				c("destroyed", client.Destroyed(), client.Errored())
			})
			client.OnClose(func(hadError bool) { c("close", hadError, client.ReadyState()) })
		})
	})
}
