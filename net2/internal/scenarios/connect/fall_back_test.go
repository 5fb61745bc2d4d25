package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestFallBack(t *testing.T) {
	transcript.Run(t, "fall_back", func(x *transcript.T) {
		c := x.Track("client")
		lookup := func(host string, o net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			c("asked for", host, o.All)
			x.Loop.SetImmediate(func() { cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}, {Address: "::1", Family: 6}}) })
		}
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.End("hello")
			peer.Resume()
		})
		server.ListenHost(0, "::1", func() {
			port := scene.Port(x, server, "PORT")
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: port, Host: "name.example", Lookup: lookup})
			client.OnLookup(func(err error, address string, family int, host string) {
				c("lookup", err, address, family, host)
			})
			client.On("connectionAttempt", func(ip string, port, family int) { c("attempt", ip, port, family) })
			client.On("connectionAttemptFailed", func(ip string, port, family int, err error) {
				c("failed", ip, port, family, err)
			})
			client.OnConnect(func() { c("connect", client.RemoteAddress()) })
			client.OnData(scene.Data(c))
			client.OnClose(scene.Close(c))
		})
	})
}
