package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteBeforeConnect(t *testing.T) {
	transcript.Run(t, "write_before_connect", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(scene.Event(c, "connect"))
			one := client.Write("one ")
			two := client.Write("two ", func(error) { c("two written") })
			c("write returned", one, two)
			client.Write("three", func(error) {
				c("three written")
				client.End()
			})
			client.OnReady(scene.Event(c, "ready"))
		})
	})
}
