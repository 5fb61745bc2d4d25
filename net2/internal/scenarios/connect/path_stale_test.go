package connect_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathStale(t *testing.T) {
	onLinux(t)
	transcript.Run(t, "path_stale", func(x *transcript.T) {
		path := x.SocketPath()
		listen := func() {
			s := x.Track("server")
			server := scene.Serve(x, net2.ServerOptions{}, nil)
			server.OnError(func(err error) {
				_, stat := os.Stat(path)
				s("error", err, stat == nil)
				require.NoError(x, os.Remove(path))
				server.ListenPath(path, func() {
					s("listening", server.Address().Address)
					server.Close()
				})
			})
			server.ListenPath(path)
		}
		first := scene.Serve(x, net2.ServerOptions{}, nil)
		first.ListenPath(path, func() {
			require.NoError(x, os.Link(path, path+".kept"))
			first.Close(func(error) {
				require.NoError(x, os.Rename(path+".kept", path))
				c := x.Track("client")
				client := scene.ConnectWith(x, net2.ConnectOptions{Path: path})
				client.OnConnectionAttempt(func(path string, _, _ int) { c("attempt", path) })
				client.OnConnectionAttemptFailed(func(path string, _, _ int, err error) { c("attempt failed", path, err) })
				client.OnError(func(err error) {
					e := err.(*net2.Error)
					c("error", e, e.Syscall, e.Address)
				})
				client.OnClose(func(hadError bool) {
					c("close", hadError)
					listen()
				})
			})
		})
	})
}
