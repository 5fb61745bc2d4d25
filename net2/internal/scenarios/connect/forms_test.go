package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestForms(t *testing.T) {
	transcript.Run(t, "forms", func(x *transcript.T) {
		c := x.Track("client")
		path := x.SocketPath()
		hello := func(_ *net2.Server, peer *net2.Socket) { peer.End("hello") }
		server := scene.Serve(x, net2.ServerOptions{}, hello)
		local := scene.Serve(x, net2.ServerOptions{}, hello)
		onLoop := net2.SocketOptions{Loop: x.Loop}
		port := func() int { return server.Address().Port }
		forms := []struct {
			name    string
			connect func() *net2.Socket
		}{
			{"port and host", func() *net2.Socket { return scene.NewSocket(x).Connect(port(), "127.0.0.1") }},
			{"options", func() *net2.Socket {
				return net2.ConnectWith(net2.ConnectOptions{SocketOptions: onLoop, Port: port(), Host: "127.0.0.1"})
			}},
			{"path", func() *net2.Socket { return scene.NewSocket(x).ConnectPath(path) }},
			{"path option", func() *net2.Socket {
				return net2.ConnectWith(net2.ConnectOptions{SocketOptions: onLoop, Path: path})
			}},
			{"createConnection", func() *net2.Socket {
				return net2.CreateConnectionWith(net2.ConnectOptions{SocketOptions: onLoop, Port: port(), Host: "127.0.0.1"})
			}},
			{"new Socket", func() *net2.Socket {
				return scene.NewSocket(x).ConnectWith(net2.ConnectOptions{Port: port(), Host: "127.0.0.1"})
			}},
		}
		var next func(i int)
		next = func(i int) {
			if i == len(forms) {
				server.Close()
				local.Close()
				return
			}
			client := forms[i].connect()
			got := scene.Collect(client)
			client.OnClose(func(hadError bool) {
				c(forms[i].name, got.String(), hadError)
				next(i + 1)
			})
		}
		scene.Listen(server, func() { local.ListenPath(path, func() { next(0) }) })
	})
}
