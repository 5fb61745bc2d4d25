package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathInUse(t *testing.T) {
	transcript.Run(t, "path_in_use", func(x *transcript.T) {
		s := x.Track("server")
		path := x.SocketPath()
		first := scene.Serve(x, net2.ServerOptions{}, func(first *net2.Server, peer *net2.Socket) {
			s("connection")
			peer.End()
			first.Close()
		})
		second := scene.Serve(x, net2.ServerOptions{}, nil)
		second.OnError(func(err error) {
			s("error", err)
			scene.ConnectWith(x, net2.ConnectOptions{Path: path}).Resume()
		})
		first.ListenPath(path, func() { second.ListenPath(path) })
	})
}
