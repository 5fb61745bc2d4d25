package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnreadHoldsEnd(t *testing.T) {
	transcript.Run(t, "unread_holds_end", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("unread")
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
			client.OnConnect(func() {
				scene.Until(x, func() bool { return client.ReadableLength() >= 6 }, func() {
					x.Loop.SetTimeout(30*time.Millisecond, func() {
						c("waited", client.ReadableLength(), client.ReadableEnded(), client.Destroyed())
						client.Resume()
						c("resumed")
					})
				})
			})
		})
	})
}
