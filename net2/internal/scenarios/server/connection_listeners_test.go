package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestConnectionListeners(t *testing.T) {
	transcript.Run(t, "connection_listeners", func(x *transcript.T) {
		s := x.Track("server")
		var given *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			given = peer
			s("first", scene.Same(peer.Server(), server))
		})
		server.OnConnection(func(peer *net2.Socket) {
			s("second", scene.Same(peer, given))
			server.Close()
			peer.End()
			peer.Resume()
		})
		s("listeners", server.ListenerCount("connection"))
		scene.Listen(server, func() { scene.Connect(x, server).Resume() })
	})
}
