package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEndBeforeConnect(t *testing.T) {
	transcript.Run(t, "end_before_connect", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Write("early ", func(error) { c("written") })
			client.End("bird", func(error) { c("ended") })
			c("state", client.Connecting(), client.Writable(), client.WritableEnded(), client.ReadyState())
			client.OnConnect(func() { c("connect", client.ReadyState()) })
			client.OnReady(scene.Event(c, "ready"))
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
