package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestConnectAgainAfterDestroy(t *testing.T) {
	transcript.Run(t, "connect_again_after_destroy", func(x *transcript.T) {
		c := x.Track("client")
		connections := 0
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			if connections++; connections == 2 {
				server.Close()
			}
			peer.Resume()
		})
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			client.Once("connect", func() { client.Destroy(errors.New("boom")) })
			client.OnError(scene.Error(c))
			client.Once("close", func(hadError bool) {
				c("close", hadError, client.Errored())
				client.Connect(server.Address().Port, "127.0.0.1", func() {
					c("connect", client.Errored(), client.Destroyed(), client.ReadyState())
					client.End("hello")
				})
				c("connecting", client.Connecting(), client.Destroyed(), client.Errored())
				client.Once("close", scene.Close(c))
			})
			client.Connect(server.Address().Port, "127.0.0.1")
		})
	})
}
