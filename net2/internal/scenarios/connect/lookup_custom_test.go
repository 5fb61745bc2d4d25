package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLookupCustom(t *testing.T) {
	transcript.Run(t, "lookup_custom", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			lookup := func(host string, o net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
				c("asked for", host, o.Family)
				x.Loop.NextTick(func() { cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}}) })
			}
			client := scene.ConnectWith(x, net2.ConnectOptions{
				Port: server.Address().Port, Host: "name.example", Family: 4, Lookup: lookup,
			})
			client.OnLookup(func(err error, address string, family int, host string) {
				c("lookup", err, address, family, host)
			})
			client.OnConnect(func() { c("connect", client.RemoteAddress()) })
			client.OnClose(scene.Close(c))
			client.Resume()
		})
	})
}
