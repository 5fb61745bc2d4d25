package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestHalfOpenSetLate(t *testing.T) {
	transcript.Run(t, "half_open_set_late", func(x *transcript.T) {
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnError(scene.Error(s))
			peer.OnClose(func(hadError bool) {
				s("close", hadError)
				peer.SetAllowHalfOpen(true)
				s("write", peer.Write("x", scene.Done(s, "written")))
			})
		})
		scene.Listen(server, func() { scene.Connect(x, server).Resume().End() })
	})
}
