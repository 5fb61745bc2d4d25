package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPauseInData(t *testing.T) {
	transcript.Run(t, "pause_in_data", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("one")
			peer.Once("data", func() { peer.Write("two") })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.On("pause", scene.Event(c, "pause"))
			client.On("resume", scene.Event(c, "resume"))
			client.OnData(func(chunk []byte) {
				c("data", chunk)
				if string(chunk) == "two" {
					client.Destroy()
					return
				}
				client.Pause()
				client.Write("more")
				scene.Until(x, func() bool { return client.ReadableLength() >= 3 }, func() {
					c("buffered", client.IsPaused(), client.ReadableFlowing().String())
					client.Resume()
					c("resumed", client.IsPaused())
				})
			})
			client.OnClose(scene.Close(c))
		})
	})
}
