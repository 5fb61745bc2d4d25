package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestNoDrainAfterEnd(t *testing.T) {
	transcript.Run(t, "no_drain_after_end", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("write returned", client.Write(make([]byte, 16<<20), scene.Done(c, "written")))
				client.End()
			})
			client.OnDrain(scene.Event(c, "drain"))
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
