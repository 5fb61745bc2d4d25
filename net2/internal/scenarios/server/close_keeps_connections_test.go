package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCloseKeepsConnections(t *testing.T) {
	transcript.Run(t, "close_keeps_connections", func(x *transcript.T) {
		s := x.Track("server")
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close(func(error) { s("close") })
			peer.Pipe(peer)
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write("one") })
			client.OnData(func(chunk []byte) {
				c("data", chunk, server.Listening())
				if string(chunk) == "one" {
					client.Write("two")
				} else {
					client.End()
				}
			})
			client.OnClose(scene.Close(c))
		})
	})
}
