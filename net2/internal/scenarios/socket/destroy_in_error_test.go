package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyInError(t *testing.T) {
	transcript.Run(t, "destroy_in_error", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Destroy(errors.New("boom")) })
			client.OnError(func(err error) {
				c("error", err)
				client.Destroy()
				client.End()
			})
			client.OnClose(scene.Close(c))
		})
	})
}
