package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestThrowingListener(t *testing.T) {
	transcript.Run(t, "throwing_listener", func(x *transcript.T) {
		c := x.Track("client")
		uncaught := x.Track("uncaught")
		x.Loop.OnUncaught(func(v any) { uncaught(v) })
		server := scene.Serve(x, net2.ServerOptions{}, scene.Echo)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write("one") })
			client.OnData(func(chunk []byte) {
				c("data", chunk, client.Destroyed())
				if string(chunk) == "two" {
					client.End()
					return
				}
				x.Loop.SetImmediate(func() { client.Write("two") })
				panic(errors.New("boom"))
			})
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
