package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUtf8Split(t *testing.T) {
	transcript.Run(t, "utf8_split", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("a" + "€"[:1])
			peer.Once("data", func() {
				peer.Write("€"[1:] + "b")
				peer.Once("data", func() { peer.End() })
			})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			c("same socket", scene.Same(client.SetEncoding("utf8"), client), client.ReadableEncoding())
			client.OnString(func(text string) {
				c("data", text, "string")
				client.Write("more")
			})
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(func(hadError bool) { c("close", hadError, client.BytesRead()) })
		})
	})
}
