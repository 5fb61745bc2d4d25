package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyBeforeConnect(t *testing.T) {
	transcript.Run(t, "destroy_before_connect", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(*net2.Server, *net2.Socket) { c("connection") })
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(scene.Event(c, "connect"))
			client.OnError(scene.Error(c))
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(func(hadError bool) {
				c("close", hadError, client.Connecting(), client.ReadyState())
				server.Close()
			})
			client.Destroy()
			c("destroyed", client.Connecting(), client.Pending())
		})
	})
}
