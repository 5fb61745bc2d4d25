package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMaxConnectionsFreed(t *testing.T) {
	transcript.Run(t, "max_connections_freed", func(x *transcript.T) {
		s := x.Track("server")
		left := 3
		var connect func()
		server := scene.Serve(x, net2.ServerOptions{MaxConnections: 1}, func(server *net2.Server, peer *net2.Socket) {
			s("connection")
			peer.Resume()
			peer.OnClose(func(bool) {
				s("peer close")
				if left--; left > 0 {
					connect()
				} else {
					server.Close()
				}
			})
		})
		server.OnDrop(func(net2.DropArgument) { s("drop") })
		connect = func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
			client.Resume()
		}
		scene.Listen(server, connect)
	})
}
