package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEndCallback(t *testing.T) {
	transcript.Run(t, "end_callback", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				same := client.End("bye", func(error) { c("callback", client.WritableFinished()) })
				c("same socket", scene.Same(same, client), client.WritableEnded(), client.WritableFinished())
			})
			client.OnFinish(func() { c("finish", client.WritableFinished()) })
		})
	})
}
