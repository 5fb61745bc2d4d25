package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseNeverListened(t *testing.T) {
	transcript.Run(t, "close_never_listened", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnClose(scene.Event(s, "close"))
		server.Close(scene.Done(s, "callback"))
		s("closed", server.Listening())
	})
}
