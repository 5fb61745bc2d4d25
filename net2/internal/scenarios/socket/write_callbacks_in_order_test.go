package socket_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteCallbacksInOrder(t *testing.T) {
	transcript.Run(t, "write_callbacks_in_order", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				for i := 1; i <= 4; i++ {
					client.Write(fmt.Sprintf("line %d\n", i), scene.Done(c, "written", i))
				}
				client.End("bye", scene.Done(c, "ended"))
				c("main is over")
			})
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
