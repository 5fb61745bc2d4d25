package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAttempts(t *testing.T) {
	transcript.Run(t, "attempts", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			peer.End()
			peer.Resume()
		})
		watch := func(client *net2.Socket) *net2.Socket {
			client.On("connectionAttempt", func(ip string, port, family int) { c("attempt", ip, port, family) })
			client.On("connectionAttemptFailed", func(ip string, port, family int, err error) {
				c("attempt failed", ip, port, family, err)
			})
			client.OnConnect(scene.Event(c, "connect"))
			client.OnError(scene.Error(c))
			return client.Resume()
		}
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			watch(scene.ConnectPort(x, port)).OnClose(func(bool) {
				server.Close(func(error) { watch(scene.ConnectPort(x, port)) })
			})
			c("connect returned")
		})
	})
}
