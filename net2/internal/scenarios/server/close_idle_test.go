package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseIdle(t *testing.T) {
	transcript.Run(t, "close_idle", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnClose(func() { s("close", server.Listening()) })
		scene.Listen(server, func() {
			same := server.Close(scene.Done(s, "callback"))
			s("closed", scene.Same(same, server), server.Listening())
			x.Loop.NextTick(func() { s("tick") })
		})
	})
}
