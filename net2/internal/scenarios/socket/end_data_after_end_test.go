package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEndDataAfterEnd(t *testing.T) {
	transcript.Run(t, "end_data_after_end", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.End("bye")
				client.End("again", scene.Done(c, "ended"))
			})
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
