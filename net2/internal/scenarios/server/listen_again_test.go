package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListenAgain(t *testing.T) {
	transcript.Run(t, "listen_again", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		lives := 0
		server.OnListening(func() {
			lives++
			s("listening", lives, server.Listening())
			server.Close()
		})
		server.OnClose(func() {
			s("close", server.Listening())
			if lives == 1 {
				scene.Listen(server, func() { s("second callback") })
			}
		})
		scene.Listen(server, func() { s("first callback") })
	})
}
