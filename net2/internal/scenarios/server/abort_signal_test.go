package server_test

import (
	"context"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAbortSignal(t *testing.T) {
	transcript.Run(t, "abort_signal", func(x *transcript.T) {
		s := x.Track("server")
		ctx, cancel := context.WithCancel(t.Context())
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnError(scene.Error(s))
		server.OnClose(func() { s("close", server.Listening()) })
		server.ListenWith(net2.ListenOptions{Context: ctx}, func() {
			s("listening")
			cancel()
		})
	})
}
