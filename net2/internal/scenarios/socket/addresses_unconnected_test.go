package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressesUnconnected(t *testing.T) {
	transcript.Run(t, "addresses_unconnected", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			c("new", transcript.OrNull(client.LocalAddress()), transcript.OrNull(client.LocalPort()),
				transcript.OrNull(client.RemoteAddress()), transcript.OrNull(client.RemotePort()),
				transcript.OrNull(client.RemoteFamily()))
			a := client.Address()
			c("address", transcript.OrNull(a.Address), transcript.OrNull(a.Family), transcript.OrNull(a.Port))
			client.Connect(server.Address().Port, "127.0.0.1", func() { client.End() })
			c("connecting", transcript.OrNull(client.RemoteAddress()), transcript.OrNull(client.RemotePort()))
		})
	})
}
