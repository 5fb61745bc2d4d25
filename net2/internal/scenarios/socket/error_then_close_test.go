package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestErrorThenClose(t *testing.T) {
	transcript.Run(t, "error_then_close", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Destroy(errors.New("boom"))
				c("destroy returned", client.Destroyed(), client.Closed())
				x.Loop.SetImmediate(func() { c("immediate", client.Closed()) })
			})
			client.OnError(func(err error) {
				c("error", err, client.Destroyed())
				x.Loop.NextTick(func() { c("tick after error") })
			})
			client.OnClose(scene.Close(c))
		})
	})
}
