package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListeningProperty(t *testing.T) {
	transcript.Run(t, "listening_property", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		s("new", server.Listening())
		server.OnListening(func() {
			s("listening", server.Listening())
			server.Close()
			s("close called", server.Listening())
		})
		server.OnClose(func() { s("close", server.Listening()) })
		server.Listen(0)
		s("listen called", server.Listening())
	})
}
