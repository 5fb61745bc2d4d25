package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnrefBeforeConnect(t *testing.T) {
	transcript.Run(t, "unref_before_connect", func(x *transcript.T) {
		c := x.Track("client")
		var peer *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, accepted *net2.Socket) {
			peer = accepted.Unref()
		})
		server.Unref()
		client := scene.NewSocket(x)
		client.Unref()
		scene.Listen(server, func() {
			client.OnConnect(scene.Event(c, "connect"))
			client.OnClose(func(bool) { c("close") })
			client.Connect(server.Address().Port, "127.0.0.1")
		})
		x.AtExit(func() {
			c("exit", client.Destroyed())
			scene.Finish(x, server, client, peer)
		})
	})
}
