package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPipeEvents(t *testing.T) {
	transcript.Run(t, "pipe_events", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			peer.On("pipe", func(source any) { s("pipe", scene.Same(source, peer)) })
			peer.On("unpipe", func(source any) { s("unpipe", scene.Same(source, peer)) })
			peer.OnEnd(func() { s("end", peer.WritableEnded()) })
			peer.OnFinish(scene.Event(s, "finish"))
			peer.Pipe(peer)
			server.Close()
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End("x") })
			client.Resume()
			client.OnClose(scene.Close(c))
		})
	})
}
