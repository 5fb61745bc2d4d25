package server_test

import (
	"context"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAbortSignalEarly(t *testing.T) {
	transcript.Run(t, "abort_signal_early", func(x *transcript.T) {
		s := x.Track("server")
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnListening(scene.Event(s, "listening"))
		server.OnError(scene.Error(s))
		server.OnClose(func() { s("close", server.Listening()) })
		server.ListenWith(net2.ListenOptions{Host: "127.0.0.1", Context: ctx})
		s("listen returned")
	})
}
