package socket_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMany(t *testing.T) {
	transcript.Run(t, "many", func(x *transcript.T) {
		c := x.Track("clients")
		open := 40
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) { peer.Pipe(peer) })
		scene.Listen(server, func() {
			right := 0
			for i := range 40 {
				text := fmt.Sprint("number ", i)
				client := scene.Connect(x, server)
				client.OnConnect(func() { client.End(text) })
				got := scene.Collect(client)
				client.OnEnd(func() {
					if got.String() == text {
						right++
					}
				})
				client.OnClose(func(bool) {
					if open--; open > 0 {
						return
					}
					c("right", right)
					server.Close(func(error) { c("server close") })
				})
			}
		})
	})
}
