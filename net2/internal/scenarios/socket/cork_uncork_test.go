package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCorkUncork(t *testing.T) {
	transcript.Run(t, "cork_uncork", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Cork()
				for _, word := range []string{"one ", "two ", "three"} {
					client.Write(word, func(error) { c("written", word) })
				}
				c("corked", client.WritableCorked(), client.WritableLength(), client.BytesWritten())
				x.Loop.SetImmediate(func() {
					c("uncork")
					client.Uncork()
					c("uncorked", client.WritableCorked(), client.WritableLength(), client.BytesWritten())
					client.End()
				})
			})
			client.OnFinish(scene.Event(c, "finish"))
		})
	})
}
