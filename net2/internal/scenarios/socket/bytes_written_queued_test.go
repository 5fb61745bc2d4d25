package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBytesWrittenQueued(t *testing.T) {
	transcript.Run(t, "bytes_written_queued", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("connect", client.BytesWritten())
				client.End("!")
				c("ended", client.BytesWritten())
			})
			c("before", client.BytesWritten())
			client.Write("€")
			client.Write([]byte("abc"))
			client.WriteEncoded("ffff", "hex")
			c("queued", client.BytesWritten(), client.WritableLength())
			client.OnClose(func(bool) { c("close", client.BytesWritten()) })
		})
	})
}
