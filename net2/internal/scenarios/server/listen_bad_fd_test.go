package server_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListenBadFD(t *testing.T) {
	transcript.Run(t, "listen_bad_fd", func(x *transcript.T) {
		s := x.Track("server")
		file, err := os.Open("listen_bad_fd.js")
		require.NoError(x, err)
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnError(func(err error) {
			e := err.(*net2.Error)
			var address any
			if a := server.Address(); a != nil {
				address = a.String()
			}
			s("error", e, e.Syscall, server.Listening(), address)
			scene.Listen(server, func() {
				s("listening")
				server.Close()
			})
		})
		server.ListenFile(file, func() { s("listening callback") })
		s("listen returned", server.Listening())
	})
}
