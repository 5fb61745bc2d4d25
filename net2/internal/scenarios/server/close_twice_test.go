package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseTwice(t *testing.T) {
	transcript.Run(t, "close_twice", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			server.Close(func(err error) {
				s("first", err)
				server.Close(scene.Done(s, "second"))
			})
		})
	})
}
