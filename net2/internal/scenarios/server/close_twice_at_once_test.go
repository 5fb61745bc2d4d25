package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseTwiceAtOnce(t *testing.T) {
	transcript.Run(t, "close_twice_at_once", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnClose(scene.Event(s, "close"))
		scene.Listen(server, func() {
			server.Close(scene.Done(s, "first"))
			server.Close(scene.Done(s, "second"))
		})
	})
}
