package server_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnrefWithConnection(t *testing.T) {
	transcript.Run(t, "unref_with_connection", func(x *transcript.T) {
		s := x.Track("server")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			client.Unref()
			x.Loop.SetTimeout(30*time.Millisecond, func() { client.Write("go") }).Unref()
			peer.Once("data", func() { peer.End() })
			peer.OnClose(func(bool) { s("peer close") })
		})
		scene.Listen(server, func() {
			server.Unref()
			client = scene.Connect(x, server)
			client.Resume()
		})
		x.AtExit(func() {
			s("exit", server.Listening())
			scene.Finish(x, server, client)
		})
	})
}
