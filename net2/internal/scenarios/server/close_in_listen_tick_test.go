package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseInListenTick(t *testing.T) {
	transcript.Run(t, "close_in_listen_tick", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnListening(scene.Event(s, "listening"))
		server.OnClose(scene.Event(s, "close"))
		server.Listen(0, func() { s("callback") })
		s("listen returned", server.Listening())
		server.Close(scene.Done(s, "close callback"))
		s("close returned", server.Listening())
	})
}
