package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteAfterAutoEndClosed(t *testing.T) {
	transcript.Run(t, "write_after_auto_end_closed", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Resume()
			client.OnEnd(scene.Event(c, "end"))
			client.OnError(scene.Error(c))
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				c("write returned", client.Write("late", scene.Done(c, "written")))
				c("write returned", client.Write("later"))
			})
		})
	})
}
