package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressesAfterClose(t *testing.T) {
	transcript.Run(t, "addresses_after_close", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnClose(func(bool) {
				s("closed", transcript.OrNull(peer.RemoteAddress()), transcript.OrNull(peer.RemotePort()),
					transcript.OrNull(peer.LocalAddress()), transcript.OrNull(peer.LocalPort()))
			})
		})
		scene.Listen(server, func() {
			scene.Port(x, server, "SERVER")
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("open", client.RemoteAddress(), client.RemotePort())
				client.End()
			})
			client.Resume()
			client.OnClose(func(bool) {
				c("closed", transcript.OrNull(client.LocalAddress()), transcript.OrNull(client.LocalPort()),
					client.RemoteAddress(), client.RemotePort())
				c("address", transcript.OrNull(client.Address().Address))
			})
		})
	})
}
