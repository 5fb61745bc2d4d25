package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPipeDestinationDies(t *testing.T) {
	transcript.Run(t, "pipe_destination_dies", func(x *transcript.T) {
		c := x.Track("source")
		var client *net2.Socket
		sink := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, source *net2.Socket) {
			server.Close()
			to := scene.Connect(x, sink)
			to.OnConnect(func() {
				source.Pipe(to)
				source.Once("data", func() { to.Destroy() })
			})
			to.On("unpipe", scene.Event(c, "unpipe"))
			to.OnClose(func(bool) {
				c("destination closed", source.Destroyed(), source.ReadableFlowing().String())
				x.Loop.SetImmediate(func() {
					c("later", source.Destroyed(), source.ReadableFlowing().String())
					source.Resume()
					client.End()
				})
			})
			source.OnClose(scene.Close(c))
		})
		scene.Listen(sink, func() {
			scene.Listen(server, func() {
				client = scene.Connect(x, server)
				client.OnConnect(func() { client.Write("hello") })
				client.Resume()
			})
		})
	})
}
