package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseInConnectionDestroy(t *testing.T) {
	transcript.Run(t, "close_in_connection_destroy", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			peer.OnClose(func(bool) { s("peer close") })
			server.Close(func(error) { s("close") })
			peer.Destroy()
			s("destroyed")
			x.Loop.NextTick(func() { s("tick") })
		})
		scene.Listen(server, func() { scene.Connect(x, server).Resume() })
	})
}
