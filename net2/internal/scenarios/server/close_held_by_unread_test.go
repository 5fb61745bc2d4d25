package server_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseHeldByUnread(t *testing.T) {
	transcript.Run(t, "close_held_by_unread", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close(func(error) { s("close") })
			peer.OnEnd(scene.Event(s, "peer end"))
			peer.OnClose(func(bool) { s("peer close") })
			scene.Until(x, func() bool { return peer.ReadableLength() >= 6 }, func() {
				x.Loop.SetTimeout(30*time.Millisecond, func() {
					s("waited", peer.ReadableLength())
					peer.Resume()
				})
			})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End("unread") })
			client.Resume()
		})
	})
}
