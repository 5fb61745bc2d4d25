package server_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathAbstract(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has abstract sockets")
	}
	transcript.Run(t, "path_abstract", func(x *transcript.T) {
		s, c := x.Track("server"), x.Track("client")
		path := x.SocketPath()
		name := "\x00" + path
		exists := func(path string) bool {
			_, err := os.Stat(path)
			return err == nil
		}
		err := scene.Thrown(func() {
			scene.Serve(x, net2.ServerOptions{}, nil).ListenWith(net2.ListenOptions{Path: name, ReadableAll: true})
		})
		message, _, _ := strings.Cut(err.Message, ". Received")
		s("threw", err.Name, err.Code, message)

		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close(func(error) { s("close") })
			peer.End("hello")
		})
		server.ListenPath(name, func() {
			s("listening", server.Address().Address == name, exists(path))
			client := scene.ConnectWith(x, net2.ConnectOptions{Path: name})
			client.OnData(scene.Data(c))
			client.OnClose(scene.Close(c))
		})
		t.Chdir(filepath.Dir(path))
		at := scene.Serve(x, net2.ServerOptions{}, nil)
		at.ListenPath("@name", func() {
			s("listening", at.Address().Address, exists("@name"))
			at.Close(func(error) { s("close", exists("@name")) })
		})
	})
}
