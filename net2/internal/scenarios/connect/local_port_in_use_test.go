package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLocalPortInUse(t *testing.T) {
	transcript.Run(t, "local_port_in_use", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: port, LocalAddress: "127.0.0.1", LocalPort: port})
			client.On("connectionAttempt", scene.Event(c, "attempt"))
			client.OnConnect(scene.Event(c, "connect"))
			client.OnError(func(err error) {
				e := err.(*net2.Error)
				c("error", e)
				c("fields", e.Code, e.Syscall, e.Address, e.Port)
			})
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				server.Close()
			})
		})
	})
}
