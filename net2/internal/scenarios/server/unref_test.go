package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnref(t *testing.T) {
	transcript.Run(t, "unref", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		s("same server", scene.Same(server.Unref(), server))
		server.OnClose(scene.Event(s, "close"))
		scene.Listen(server, func() { s("listening") })
		x.AtExit(func() {
			s("exit", server.Listening())
			scene.Finish(x, server)
		})
	})
}
