package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLookupLocalhost(t *testing.T) {
	transcript.Run(t, "lookup_localhost", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: server.Address().Port, Host: "localhost", Family: 4})
			client.OnLookup(func(err error, address string, family int, host string) {
				c("lookup", err, address, family, host, client.Connecting())
			})
			client.OnConnect(func() { c("connect", client.RemoteAddress()) })
			client.OnClose(scene.Close(c))
			client.Resume()
		})
	})
}
