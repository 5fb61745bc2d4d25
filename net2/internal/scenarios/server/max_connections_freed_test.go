package server_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMaxConnectionsFreed(t *testing.T) {
	transcript.Run(t, "max_connections_freed", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{MaxConnections: 1}, func(_ *net2.Server, peer *net2.Socket) {
			peer.OnClose(func(bool) { s("peer close") })
			peer.Resume()
			s("connection")
		})
		server.OnDrop(func(net2.DropArgument) { s("drop") })
		var connect func(left int)
		connect = func(left int) {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
			client.Resume()
			client.OnClose(func(bool) {
				if left > 1 {
					x.Loop.SetTimeout(20*time.Millisecond, func() { connect(left - 1) })
				} else {
					server.Close()
				}
			})
		}
		scene.Listen(server, func() { connect(3) })
	})
}
