package socket_test

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
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			ctx, cancel := context.WithCancel(t.Context())
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{Context: ctx},
				Port:          server.Address().Port,
			})
			client.OnConnect(func() {
				c("connect")
				cancel()
			})
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
