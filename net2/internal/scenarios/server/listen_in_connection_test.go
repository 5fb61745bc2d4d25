package server_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListenInConnection(t *testing.T) {
	transcript.Run(t, "listen_in_connection", func(x *transcript.T) {
		s := x.Track("server")
		n, clients := 0, 0
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			n++
			s("connection", n)
			peer.Pipe(peer)
			server.Close()
			if n == 1 {
				scene.Listen(server)
			}
		})
		server.OnClose(func() { s("close", server.Listening()) })
		server.OnListening(func() {
			s("listening")
			clients++
			c := x.Track(fmt.Sprint("client ", clients))
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End("hello") })
			client.OnData(scene.Data(c))
			client.OnClose(scene.Close(c))
		})
		scene.Listen(server)
	})
}
