package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEndTwice(t *testing.T) {
	transcript.Run(t, "end_twice", func(x *transcript.T) {
		c := x.Track("client")
		asked := false
		server := scene.Serve(x, net2.ServerOptions{AllowHalfOpen: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			scene.Until(x, func() bool { return asked }, func() { peer.End() })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.End("bye", scene.Done(c, "first"))
				client.End(scene.Done(c, "second"))
			})
			client.Resume()
			client.OnError(scene.Error(c))
			client.OnFinish(func() {
				c("finish")
				client.End(func(err error) {
					c("third", err)
					asked = true
				})
			})
			client.OnClose(scene.Close(c))
		})
	})
}
