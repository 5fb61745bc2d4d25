package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteBeforeConnectLarge(t *testing.T) {
	transcript.Run(t, "write_before_connect_large", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(scene.Event(c, "connect"))
			c("write returned", client.Write(make([]byte, 100000)), client.WritableNeedDrain(), client.WritableLength())
			client.OnDrain(func() {
				c("drain", client.WritableLength())
				client.End()
			})
			client.OnClose(func(hadError bool) { c("close", hadError, client.BytesWritten()) })
		})
	})
}
