package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestNoFallBack(t *testing.T) {
	transcript.Run(t, "no_fall_back", func(x *transcript.T) {
		c := x.Track("client")
		lookup := func(host string, o net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			c("asked for", host, o.All)
			x.Loop.SetImmediate(func() { cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}}) })
		}
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			server.Close(func(error) {
				client := scene.ConnectWith(x, net2.ConnectOptions{
					Port: port, Host: "name.example", Lookup: lookup, NoAutoSelectFamily: true,
				})
				client.On("connectionAttempt", func(ip string, port, family int) { c("attempt", ip, port, family) })
				client.OnError(scene.Error(c))
				client.OnClose(scene.Close(c))
			})
		})
	})
}
