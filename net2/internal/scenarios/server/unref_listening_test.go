package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnrefListening(t *testing.T) {
	transcript.Run(t, "unref_listening", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			s("listening")
			server.Unref()
		})
		x.AtExit(func() {
			s("exit", server.Listening())
			scene.Finish(x, server)
		})
	})
}
