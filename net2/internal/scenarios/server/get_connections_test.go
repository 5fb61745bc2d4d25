package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestGetConnections(t *testing.T) {
	transcript.Run(t, "get_connections", func(x *transcript.T) {
		s := x.Track("server")
		var server *net2.Server
		count := func(when string) {
			server.GetConnections(func(err error, n int) { s(when, err, n) })
		}
		server = scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			count("in connection")
			peer.Resume()
			peer.OnEnd(func() { count("in end") })
			peer.OnClose(func(bool) {
				count("in close")
				server.Close(func(error) { count("closed") })
			})
		})
		count("before listen")
		s("same server", scene.Same(server.GetConnections(func(error, int) { s("callback") }), server))
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
			client.Resume()
		})
	})
}
