package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAutoEnd(t *testing.T) {
	transcript.Run(t, "auto_end", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Resume()
			client.OnEnd(func() {
				c("end", client.WritableEnded())
				x.Loop.NextTick(func() { c("tick", client.WritableEnded()) })
				x.Loop.SetImmediate(func() { c("immediate", client.WritableEnded()) })
			})
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
