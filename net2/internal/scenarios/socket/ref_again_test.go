package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRefAgain(t *testing.T) {
	transcript.Run(t, "ref_again", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			peer.Unref()
			peer.Once("data", func() { peer.End("answer") })
		})
		server.Unref()
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Unref()
				c("same socket", scene.Same(client.Ref(), client))
				client.Write("question")
			})
			client.OnData(scene.Data(c))
			client.OnClose(scene.Close(c))
		})
		x.AtExit(func() {
			c("exit")
			scene.Finish(x, server)
		})
	})
}
