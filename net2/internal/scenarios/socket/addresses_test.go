package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddresses(t *testing.T) {
	transcript.Run(t, "addresses", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			x.Port(peer.LocalPort(), "SERVER")
			x.Port(peer.RemotePort(), "CLIENT")
			s("local", peer.LocalAddress(), peer.LocalPort(), peer.LocalFamily())
			s("remote", peer.RemoteAddress(), peer.RemotePort(), peer.RemoteFamily())
			a := peer.Address()
			s("address", a.Address, a.Family, a.Port)
			peer.Resume()
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("local", client.LocalAddress(), client.LocalPort(), client.LocalFamily())
				c("remote", client.RemoteAddress(), client.RemotePort(), client.RemoteFamily())
				a := client.Address()
				c("address", a.Address, a.Family, a.Port)
				client.End()
			})
		})
	})
}
