package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPauseInConnection(t *testing.T) {
	transcript.Run(t, "pause_in_connection", func(x *transcript.T) {
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Pause()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
			scene.Until(x, func() bool { return peer.BytesRead() >= 5 }, func() {
				s("read ahead", peer.BytesRead(), peer.ReadableLength(), peer.IsPaused(), got.Len())
				peer.Resume()
			})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End("hello") })
			client.Resume()
		})
	})
}
