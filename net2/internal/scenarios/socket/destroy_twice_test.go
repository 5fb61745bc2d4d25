package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyTwice(t *testing.T) {
	transcript.Run(t, "destroy_twice", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("same socket", scene.Same(client.Destroy(errors.New("first")), client))
				client.Destroy(errors.New("second"))
				c("errored", client.Errored())
			})
			client.OnError(scene.Error(c))
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				client.Destroy(errors.New("third"))
			})
		})
	})
}
