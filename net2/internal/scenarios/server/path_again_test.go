package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathAgain(t *testing.T) {
	transcript.Run(t, "path_again", func(x *transcript.T) {
		s := x.Track("server")
		path := x.SocketPath()
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) { peer.End("hello") })
		lives := 0
		server.OnListening(func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{Path: path})
			client.OnData(func(chunk []byte) {
				lives++
				s("data", chunk, lives)
			})
			client.OnClose(func(bool) { server.Close() })
		})
		server.OnClose(func() {
			s("close")
			if lives < 2 {
				server.ListenPath(path)
			}
		})
		server.ListenPath(path)
	})
}
