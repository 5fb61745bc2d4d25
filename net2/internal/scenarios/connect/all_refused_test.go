package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAllRefused(t *testing.T) {
	transcript.Run(t, "all_refused", func(x *transcript.T) {
		c := x.Track("client")
		lookup := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			x.Loop.SetImmediate(func() { cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}, {Address: "::1", Family: 6}}) })
		}
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.Listen(0, func() {
			port := scene.Port(x, server, "PORT")
			server.Close(func(error) {
				client := scene.ConnectWith(x, net2.ConnectOptions{Port: port, Host: "name.example", Lookup: lookup})
				client.OnConnect(scene.Event(c, "connect"))
				client.OnError(func(err error) {
					c("error", err)
					for _, each := range err.(*net2.Error).Errors {
						e := each.(*net2.Error)
						c("each", e, e.Address, e.Port)
					}
				})
				client.OnClose(scene.Close(c))
			})
		})
	})
}
