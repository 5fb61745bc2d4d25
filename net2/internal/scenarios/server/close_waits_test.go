package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseWaits(t *testing.T) {
	transcript.Run(t, "close_waits", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			s("connection")
			peer.Resume()
			peer.OnEnd(scene.Event(s, "peer end"))
			peer.OnClose(func(bool) { s("peer close") })
			server.Close(scene.Done(s, "callback"))
			s("closing", server.Listening())
		})
		server.OnClose(scene.Event(s, "close"))
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				scene.Until(x, func() bool { return !server.Listening() }, func() {
					s("the client ends")
					client.End()
				})
			})
		})
	})
}
