package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyInLookup(t *testing.T) {
	transcript.Run(t, "destroy_in_lookup", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(*net2.Server, *net2.Socket) { c("connection") })
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: server.Address().Port, Host: "localhost", Family: 4})
			client.OnLookup(func(error, string, int, string) {
				c("lookup")
				client.Destroy()
			})
			client.On("connectionAttempt", scene.Event(c, "attempt"))
			client.OnConnect(scene.Event(c, "connect"))
			client.OnError(scene.Error(c))
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				server.Close()
			})
		})
	})
}
