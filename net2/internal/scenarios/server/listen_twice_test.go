package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListenTwice(t *testing.T) {
	transcript.Run(t, "listen_twice", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnListening(scene.Event(s, "listening"))
		server.Listen(0, func() {
			err := scene.Thrown(func() { server.Listen(0) })
			s("threw", err.Name, err)
			s("state", server.Listening())
			server.Close(func(error) { s("close") })
		})
	})
}
