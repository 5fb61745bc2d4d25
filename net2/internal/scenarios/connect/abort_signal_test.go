package connect_test

import (
	"context"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAbortSignal(t *testing.T) {
	transcript.Run(t, "abort_signal", func(x *transcript.T) {
		c := x.Track("client")
		ctx, cancel := context.WithCancel(t.Context())
		lookup := func(string, net2.LookupOptions, func(error, []net2.LookupAddress)) { c("asked") }
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{Context: ctx},
				Port:          server.Address().Port, Host: "name.example", Family: 4, Lookup: lookup,
			})
			client.OnConnect(scene.Event(c, "connect"))
			client.OnError(scene.Error(c))
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				server.Close()
			})
			x.Loop.SetImmediate(cancel)
		})
	})
}
