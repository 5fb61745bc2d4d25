package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOptionDefaults(t *testing.T) {
	transcript.Run(t, "option_defaults", func(x *transcript.T) {
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("booleans", peer.AllowHalfOpen(), peer.IsPaused())
			s("numbers", peer.ReadableHighWaterMark(), peer.WritableHighWaterMark(), int(peer.Timeout()))
			peer.End()
			peer.Resume()
		})
		scene.Listen(server, func() { scene.Connect(x, server).Resume() })
	})
}
