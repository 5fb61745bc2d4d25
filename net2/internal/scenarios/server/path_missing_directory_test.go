package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathMissingDirectory(t *testing.T) {
	transcript.Run(t, "path_missing_directory", func(x *transcript.T) {
		s := x.Track("server")
		path := x.SocketPath()
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnError(func(err error) {
			e := err.(*net2.Error)
			s("error", e.Code, e.Syscall, e)
		})
		server.ListenPath(path+"/missing/socket", func() { s("listening") })
	})
}
