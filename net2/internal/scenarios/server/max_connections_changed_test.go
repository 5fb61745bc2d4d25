package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMaxConnectionsChanged(t *testing.T) {
	transcript.Run(t, "max_connections_changed", func(x *transcript.T) {
		s := x.Track("server")
		var clients []*net2.Socket
		var next func()
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			s("connection")
			peer.Resume()
			next()
		})
		server.OnDrop(func(net2.DropArgument) {
			s("drop")
			server.SetMaxConnections(2)
			next()
		})
		server.SetMaxConnections(1)
		next = func() {
			if len(clients) == 3 {
				for _, client := range clients {
					client.Destroy()
				}
				server.Close(func(error) { s("close") })
				return
			}
			client := scene.Connect(x, server)
			client.OnError(func(error) {})
			clients = append(clients, client)
		}
		scene.Listen(server, next)
	})
}
