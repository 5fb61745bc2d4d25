package server_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestThrowingListener(t *testing.T) {
	transcript.Run(t, "throwing_listener", func(x *transcript.T) {
		s := x.Track("server")
		uncaught := x.Track("uncaught")
		x.Loop.OnUncaught(func(v any) { uncaught(v) })
		n := 0
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			n++
			s("connection", n)
			peer.Pipe(peer)
			if n < 2 {
				panic(errors.New("boom"))
			}
			server.Close()
		})
		var connect func()
		connect = func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End(fmt.Sprint("client ", n)) })
			got := scene.Collect(client)
			client.OnClose(func(hadError bool) {
				s("client close", hadError, got.Len())
				if server.Listening() {
					connect()
				}
			})
		}
		scene.Listen(server, connect)
	})
}
