package socket_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestConnectAgain(t *testing.T) {
	transcript.Run(t, "connect_again", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("server")
		lives := 0
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			client.OnConnect(func() {
				c("connect", client.BytesWritten(), client.Destroyed(), client.Writable())
				lives++
				client.End(fmt.Sprint("life ", lives))
			})
			client.OnData(scene.Data(c))
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(func(hadError bool) {
				c("close", hadError, client.BytesWritten())
				if lives < 3 {
					client.Connect(server.Address().Port, "127.0.0.1")
				} else {
					server.Close()
				}
			})
			client.Resume()
			client.Connect(server.Address().Port, "127.0.0.1")
		})
	})
}
