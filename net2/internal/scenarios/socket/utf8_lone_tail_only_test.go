package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUtf8LoneTailOnly(t *testing.T) {
	transcript.Run(t, "utf8_lone_tail_only", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("€"[:2])
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.SetEncoding("utf8")
			client.OnString(func(text string) { c("data", text) })
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(func(hadError bool) { c("close", hadError, client.BytesRead()) })
		})
	})
}
