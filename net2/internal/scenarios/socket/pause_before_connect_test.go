package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPauseBeforeConnect(t *testing.T) {
	transcript.Run(t, "pause_before_connect", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("hello")
		})
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			client.Pause()
			got := scene.Collect(client)
			client.OnEnd(func() { c("end", got.String(), client.BytesRead()) })
			client.OnClose(scene.Close(c))
			client.Connect(server.Address().Port, "127.0.0.1", func() {
				c("connect", client.IsPaused())
				x.Loop.SetTimeout(50*time.Millisecond, func() {
					c("waited", client.BytesRead(), client.ReadableLength())
					client.Resume()
				})
			})
		})
	})
}
