package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestThrowingEndListener(t *testing.T) {
	transcript.Run(t, "throwing_end_listener", func(x *transcript.T) {
		c := x.Track("client")
		x.Loop.OnUncaught(func(v any) { c("uncaught", v) })
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Resume()
			client.OnEnd(func() {
				x.Loop.SetImmediate(func() {
					c("immediate", client.WritableEnded(), client.Destroyed())
					client.End()
				})
				panic(errors.New("boom"))
			})
			client.OnClose(scene.Close(c))
		})
	})
}
