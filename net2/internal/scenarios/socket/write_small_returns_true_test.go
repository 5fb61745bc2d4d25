package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteSmallReturnsTrue(t *testing.T) {
	transcript.Run(t, "write_small_returns_true", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("write returned", client.Write("hello", func(error) { c("written") }))
				c("left", client.WritableLength(), client.WritableNeedDrain())
				x.Loop.SetImmediate(func() { client.End() })
			})
			client.Resume()
			client.OnDrain(scene.Event(c, "drain"))
			client.OnFinish(func() { c("finish", client.BytesWritten()) })
			client.OnClose(scene.Close(c))
		})
	})
}
