package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEchoItself(t *testing.T) {
	transcript.Run(t, "echo_itself", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("pipe returns its destination", scene.Same(peer.Pipe(peer), peer))
			peer.OnEnd(scene.Event(s, "end"))
			peer.OnFinish(scene.Event(s, "finish"))
			peer.OnClose(scene.Close(s))
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write("hello ")
				client.End("world")
			})
			got := scene.Collect(client)
			client.OnEnd(func() { c("end", got.String()) })
			client.OnClose(scene.Close(c))
		})
	})
}
