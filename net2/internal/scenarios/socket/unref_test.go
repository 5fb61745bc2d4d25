package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnref(t *testing.T) {
	transcript.Run(t, "unref", func(x *transcript.T) {
		c := x.Track("client")
		var client, peer *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, accepted *net2.Socket) {
			peer = accepted.Unref()
		})
		server.Unref()
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() {
				c("same socket", scene.Same(client.Unref(), client))
				client.OnClose(func(bool) { c("close") })
			})
		})
		x.AtExit(func() {
			c("exit", client.Destroyed(), client.ReadyState())
			scene.Finish(x, server, client, peer)
		})
	})
}
