package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseEndsProcess(t *testing.T) {
	transcript.Run(t, "close_ends_process", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			peer.Resume()
			peer.OnEnd(func() { server.Close() })
		})
		server.OnClose(scene.Event(s, "close"))
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
			client.Resume()
		})
		x.AtExit(func() { s("exit", server.Listening()) })
	})
}
