package connect_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestFiveLives(t *testing.T) {
	transcript.Run(t, "five_lives", func(x *transcript.T) {
		c := x.Track("client")
		lives := 0
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			if lives++; lives == 5 {
				server.Close()
			}
			peer.End(fmt.Sprint("life ", lives))
			peer.Resume()
		})
		scene.Listen(server, func() {
			port := server.Address().Port
			client := scene.Connect(x, server)
			client.SetEncoding("utf8")
			client.OnString(func(text string) { c("data", text, client.BytesRead()) })
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				if server.Listening() {
					client.Connect(port, "127.0.0.1")
				}
			})
		})
	})
}
