package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyInConnect(t *testing.T) {
	transcript.Run(t, "destroy_in_connect", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Destroy() })
			client.OnConnect(func() { c("connect", client.Destroyed()) })
			client.OnReady(func() { c("ready", client.Destroyed()) })
			client.OnClose(scene.Close(c))
		})
	})
}
