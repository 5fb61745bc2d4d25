package socket_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnpipe(t *testing.T) {
	transcript.Run(t, "unpipe", func(x *transcript.T) {
		c := x.Track("sink")
		sink := scene.Serve(x, net2.ServerOptions{}, func(sink *net2.Server, peer *net2.Socket) {
			sink.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { c("end", got.String()) })
		})
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, source *net2.Socket) {
			server.Close()
			to := scene.Connect(x, sink)
			source.Pipe(to)
			source.Once("data", func() {
				x.Loop.SetImmediate(func() {
					same := scene.Same(source.Unpipe(to), source)
					c("same source", same, source.IsPaused(), source.ReadableFlowing().String())
					source.OnData(func(chunk []byte) { to.End(strings.ToUpper(string(chunk))) })
					source.Resume()
					source.Write("more")
				})
			})
		})
		scene.Listen(sink, func() {
			scene.Listen(server, func() {
				client := scene.Connect(x, server)
				client.OnConnect(func() { client.Write("hello ") })
				client.Once("data", func() { client.End("world") })
			})
		})
	})
}
