package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestReconnectDuringLookup(t *testing.T) {
	transcript.Run(t, "reconnect_during_lookup", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.End("hello")
			peer.Resume()
		})
		scene.Listen(server, func() {
			lookup := func(host string, _ net2.LookupOptions, _ func(error, []net2.LookupAddress)) { c("asked for", host) }
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: 9, Host: "name.example", Family: 4, Lookup: lookup})
			client.OnConnect(func() { c("connect", client.RemoteAddress()) })
			client.OnData(scene.Data(c))
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				if client.BytesRead() == 0 {
					client.Connect(server.Address().Port, "127.0.0.1")
				}
			})
			client.Destroy()
		})
	})
}
