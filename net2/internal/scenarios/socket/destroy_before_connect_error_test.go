package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyBeforeConnectError(t *testing.T) {
	transcript.Run(t, "destroy_before_connect_error", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(*net2.Server, *net2.Socket) { c("connection") })
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(scene.Event(c, "connect"))
			client.OnError(scene.Error(c))
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				server.Close()
			})
			client.Destroy(errors.New("changed my mind"))
		})
	})
}
