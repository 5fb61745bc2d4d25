package connect_test

import (
	"errors"
	"syscall"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRefused(t *testing.T) {
	transcript.Run(t, "refused", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			server.Close(func(error) {
				client := scene.ConnectPort(x, port)
				client.OnConnect(scene.Event(c, "connect"))
				client.OnReady(scene.Event(c, "ready"))
				client.OnEnd(scene.Event(c, "end"))
				client.OnError(func(err error) {
					e := err.(*net2.Error)
					c("error", e)
					c("fields", e.Code, e.Syscall, e.Address, e.Port)
					c("errno is negative", errors.Is(err, syscall.ECONNREFUSED))
					c("state", client.Connecting(), client.Destroyed(), client.ReadyState())
				})
				client.OnClose(scene.Close(c))
			})
		})
	})
}
