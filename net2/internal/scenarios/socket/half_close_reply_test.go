package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestHalfCloseReply(t *testing.T) {
	transcript.Run(t, "half_close_reply", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{AllowHalfOpen: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			question := scene.Collect(peer)
			peer.OnEnd(func() {
				s("end", question.String())
				peer.End("answer")
			})
			peer.OnClose(scene.Close(s))
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.End("question")
				c("ended", client.Writable(), client.Readable(), client.ReadyState())
			})
			client.OnFinish(scene.Event(c, "finish"))
			answer := scene.Collect(client)
			client.OnEnd(func() { c("end", answer.String()) })
			client.OnClose(scene.Close(c))
		})
	})
}
