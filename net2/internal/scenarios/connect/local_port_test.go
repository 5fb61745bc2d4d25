package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLocalPort(t *testing.T) {
	transcript.Run(t, "local_port", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		free := scene.Serve(x, net2.ServerOptions{}, nil)
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("connection", peer.RemoteAddress(), peer.RemotePort())
			peer.Resume()
		})
		scene.Listen(free, func() {
			local := scene.Port(x, free, "LOCAL")
			free.Close(func(error) {
				scene.Listen(server, func() {
					client := scene.ConnectWith(x, net2.ConnectOptions{
						Port: server.Address().Port, LocalAddress: "127.0.0.1", LocalPort: local,
					})
					client.OnConnect(func() {
						c("connect", client.LocalAddress(), client.LocalPort())
						client.Destroy()
					})
				})
			})
		})
	})
}
