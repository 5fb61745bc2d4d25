package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressDefaultHost(t *testing.T) {
	transcript.Run(t, "address_default_host", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("connection", peer.RemoteFamily(), peer.RemoteAddress())
			peer.Resume()
		})
		server.Listen(0, func() {
			scene.Port(x, server, "PORT")
			a := server.Address()
			s("address", a.Address, a.Family, a.Port)
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
		})
	})
}
