package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUtf8LoneTail(t *testing.T) {
	transcript.Run(t, "utf8_lone_tail", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.Write("a" + "€"[:2])
			peer.Once("data", func() { peer.End() })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.SetEncoding("utf8")
			client.OnString(func(text string) {
				c("data", text)
				if text == "a" {
					client.Write("more")
				}
			})
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
