//go:build unix

package server_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathRights(t *testing.T) {
	transcript.Run(t, "path_rights", func(x *transcript.T) {
		before := unix.Umask(0o077)
		x.AtExit(func() { unix.Umask(before) })
		s := x.Track("server")
		uses := []struct {
			what    string
			options net2.ListenOptions
		}{
			{"neither", net2.ListenOptions{}},
			{"readableAll", net2.ListenOptions{ReadableAll: true}},
			{"writableAll", net2.ListenOptions{WritableAll: true}},
			{"both", net2.ListenOptions{ReadableAll: true, WritableAll: true}},
		}
		var next func(i int)
		next = func(i int) {
			if i == len(uses) {
				return
			}
			u := uses[i]
			u.options.Path = x.SocketPath()
			server := scene.Serve(x, net2.ServerOptions{}, nil)
			server.ListenWith(u.options, func() {
				info, err := os.Stat(u.options.Path)
				require.NoError(x, err)
				s(u.what, strconv.FormatUint(uint64(info.Mode().Perm()), 8))
				server.Close(func(error) { next(i + 1) })
			})
		}
		next(0)
	})
}
