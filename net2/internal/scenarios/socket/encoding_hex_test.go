package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEncodingHex(t *testing.T) {
	transcript.Run(t, "encoding_hex", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End([]byte{0, 1, 0xfe, 0xff})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				scene.Until(x, func() bool { return client.ReadableLength() >= 4 }, func() {
					client.SetEncoding("hex")
					c("buffered", client.ReadableLength())
					client.OnString(func(text string) { c("data", text) })
				})
			})
			client.OnEnd(scene.Event(c, "end"))
		})
	})
}
