package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipeEndFalse(t *testing.T) {
	transcript.Run(t, "pipe_end_false", func(x *transcript.T) {
		c := x.Track("client")
		sink := scene.Serve(x, net2.ServerOptions{}, func(sink *net2.Server, peer *net2.Socket) {
			sink.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { c("sink got", got.String()) })
		})
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			to := scene.Connect(x, sink)
			peer.Pipe(to, stream.PipeOptions{NoEnd: true})
			peer.OnEnd(func() {
				x.Loop.SetImmediate(func() {
					c("source ended", to.Writable(), to.WritableEnded())
					to.End(" and more")
				})
			})
		})
		scene.Listen(sink, func() {
			scene.Listen(server, func() {
				client := scene.Connect(x, server)
				client.OnConnect(func() { client.End("hello") })
				client.Resume()
			})
		})
	})
}
