package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPauseOnConnect(t *testing.T) {
	transcript.Run(t, "pause_on_connect", func(x *transcript.T) {
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("connection", peer.IsPaused(), peer.ReadableFlowing().String())
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String(), peer.BytesRead()) })
			peer.OnClose(scene.Close(s))
			x.Loop.SetTimeout(50*time.Millisecond, func() {
				s("waited", peer.BytesRead(), peer.ReadableLength())
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
