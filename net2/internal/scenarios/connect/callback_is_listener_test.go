package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCallbackIsListener(t *testing.T) {
	transcript.Run(t, "callback_is_listener", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			client.OnConnect(scene.Event(c, "earlier listener"))
			same := client.Connect(server.Address().Port, "127.0.0.1", func() { c("callback", client.ListenerCount("connect")) })
			c("same socket", scene.Same(same, client), client.ListenerCount("connect"))
			client.OnConnect(func() { c("later listener", client.ListenerCount("connect")) })
			client.OnReady(func() {
				c("ready")
				client.Resume()
			})
		})
	})
}
