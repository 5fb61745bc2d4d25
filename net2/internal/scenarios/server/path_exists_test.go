package server_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathExists(t *testing.T) {
	transcript.Run(t, "path_exists", func(x *transcript.T) {
		s := x.Track("server")
		path := x.SocketPath()
		require.NoError(x, os.WriteFile(path, []byte("mine"), 0o600))
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnClose(scene.Event(s, "close"))
		server.OnError(func(err error) {
			e := err.(*net2.Error)
			s("error", e)
			s("fields", e.Code, e.Syscall, e.Address, e.Port)
			text, err := os.ReadFile(path)
			require.NoError(x, err)
			s("state", server.Listening(), text)
		})
		server.ListenPath(path, func() { s("listening") })
		s("listen returned", server.Listening())
	})
}
