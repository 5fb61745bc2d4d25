package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteLargeToIdleReader(t *testing.T) {
	transcript.Run(t, "write_large_to_idle_reader", func(x *transcript.T) {
		c := x.Track("client")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			scene.Until(x, client.Destroyed, func() { peer.Destroy() })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() {
				c("write returned", client.Write(make([]byte, 64<<10), scene.Done(c, "written")))
				c("left", client.WritableLength(), client.WritableNeedDrain())
				x.Loop.SetImmediate(func() { client.Destroy() })
			})
			client.OnDrain(func() { c("drain", client.WritableNeedDrain()) })
			client.OnClose(scene.Close(c))
		})
	})
}
