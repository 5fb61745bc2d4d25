package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEndAfterDestroy(t *testing.T) {
	transcript.Run(t, "end_after_destroy", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Destroy()
				client.End("late", scene.Done(c, "ended"))
			})
			client.OnError(scene.Error(c))
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
