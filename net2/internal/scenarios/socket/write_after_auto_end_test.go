package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteAfterAutoEnd(t *testing.T) {
	transcript.Run(t, "write_after_auto_end", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Resume()
			client.OnEnd(func() {
				x.Loop.NextTick(func() {
					x.Loop.NextTick(func() {
						c("ended", client.WritableEnded(), client.Destroyed())
						c("write returned", client.Write("late", scene.Done(c, "written")))
						c("destroyed", client.Destroyed())
					})
				})
			})
			client.OnError(scene.Error(c))
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
