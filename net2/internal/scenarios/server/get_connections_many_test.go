package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestGetConnectionsMany(t *testing.T) {
	transcript.Run(t, "get_connections_many", func(x *transcript.T) {
		s := x.Track("server")
		var peers, clients []*net2.Socket
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			peers = append(peers, peer)
			if len(peers) < 5 {
				return
			}
			server.GetConnections(func(_ error, n int) {
				s("open", n)
				peers[0].Destroy()
				peers[1].Destroy()
				server.GetConnections(func(_ error, n int) {
					s("two destroyed", n)
					for _, client := range clients {
						client.Destroy()
					}
					server.Close(func(error) { server.GetConnections(func(_ error, n int) { s("closed", n) }) })
					for _, peer := range peers {
						peer.Destroy()
					}
				})
			})
		})
		scene.Listen(server, func() {
			for range 5 {
				clients = append(clients, scene.Connect(x, server))
			}
		})
	})
}
