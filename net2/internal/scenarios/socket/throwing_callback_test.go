package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestThrowingCallback(t *testing.T) {
	transcript.Run(t, "throwing_callback", func(x *transcript.T) {
		c := x.Track("client")
		x.Loop.OnUncaught(func(v any) { c("uncaught", v) })
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write("one", func(error) { panic(errors.New("boom")) })
				x.Loop.SetImmediate(func() {
					client.Write("two", func(error) { c("two written") })
					client.End(func(error) { c("ended") })
				})
			})
			client.OnClose(scene.Close(c))
		})
	})
}
