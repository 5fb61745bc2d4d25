package server_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBroadcast(t *testing.T) {
	transcript.Run(t, "broadcast", func(x *transcript.T) {
		s := x.Track("server")
		var clients []*net2.Socket
		peers := map[*net2.Socket]bool{}
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			peers[peer] = true
			peer.OnClose(func(bool) { delete(peers, peer) })
			peer.OnData(func(chunk []byte) {
				for other := range peers {
					if other != peer {
						other.Write(chunk)
					}
				}
			})
			if len(peers) == 3 {
				clients[0].Write("hello")
			}
		})
		scene.Listen(server, func() {
			heard := 0
			for n := range 3 {
				c := x.Track(fmt.Sprint("client ", n+1))
				client := scene.Connect(x, server)
				clients = append(clients, client)
				client.OnData(func(chunk []byte) {
					c("data", chunk)
					if heard++; heard < 2 {
						return
					}
					for _, each := range clients {
						each.End()
					}
					server.Close(func(error) { s("close") })
				})
				client.OnClose(scene.Close(c))
			}
		})
	})
}
