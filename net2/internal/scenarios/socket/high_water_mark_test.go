package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestHighWaterMark(t *testing.T) {
	transcript.Run(t, "high_water_mark", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{HighWaterMark: 1000}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("marks", peer.ReadableHighWaterMark(), peer.WritableHighWaterMark())
			peer.Resume()
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("marks", client.ReadableHighWaterMark(), client.WritableHighWaterMark())
				client.End()
			})
		})
	})
}
