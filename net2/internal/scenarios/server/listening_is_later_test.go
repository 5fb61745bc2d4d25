package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListeningIsLater(t *testing.T) {
	transcript.Run(t, "listening_is_later", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnListening(scene.Event(s, "listener"))
		same := server.Listen(0, func() {
			s("callback")
			server.Close()
		})
		server.OnListening(scene.Event(s, "late listener"))
		s("listen returned", scene.Same(same, server), server.ListenerCount("listening"))
		x.Loop.NextTick(func() { s("tick", server.ListenerCount("listening")) })
	})
}
