package server_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestConnectionOrder(t *testing.T) {
	transcript.Run(t, "connection_order", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			peer.Once("data", func(chunk []byte) {
				s("connection of", chunk)
				peer.End()
			})
		})
		var connect func(n int)
		connect = func(n int) {
			if n > 4 {
				server.Close(func(error) { s("close") })
				return
			}
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write(fmt.Sprint("client ", n)) })
			client.Resume()
			client.OnClose(func(bool) { connect(n + 1) })
		}
		scene.Listen(server, func() { connect(1) })
	})
}
