package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestOptionZeroMark(t *testing.T) {
	transcript.Run(t, "option_zero_mark", func(x *transcript.T) {
		s := x.Track("peer")
		c := x.Track("client")
		o := net2.ServerOptions{HighWaterMark: stream.ZeroHighWaterMark}
		server := scene.Serve(x, o, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("marks", peer.ReadableHighWaterMark(), peer.WritableHighWaterMark())
			got := scene.Collect(peer)
			peer.OnDrain(scene.Event(s, "drain"))
			peer.OnEnd(func() {
				s("end", got.String(), peer.Write(got.String()))
				peer.End()
			})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End("hello") })
			got := scene.Collect(client)
			client.OnEnd(func() { c("end", got.String()) })
		})
	})
}
