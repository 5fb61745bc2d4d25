package server_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRefAgain(t *testing.T) {
	transcript.Run(t, "ref_again", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			server.Unref()
			s("same server", scene.Same(server.Ref(), server))
			x.Loop.SetTimeout(30*time.Millisecond, func() {
				s("still listening", server.Listening())
				server.Close(func(error) { s("close") })
			}).Unref()
		})
		x.AtExit(func() { s("exit", server.Listening()) })
	})
}
