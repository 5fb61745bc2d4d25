package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDrainOnce(t *testing.T) {
	transcript.Run(t, "drain_once", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			bytes := scene.Count(peer)
			peer.OnEnd(func() { s("end", *bytes) })
			scene.Until(x, client.WritableNeedDrain, func() { peer.Resume() })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() {
				var last bool
				for range 64 {
					last = client.Write(make([]byte, 1<<20))
				}
				c("last write returned", last, client.WritableNeedDrain())
			})
			client.OnDrain(func() {
				c("drain", client.WritableLength(), client.WritableNeedDrain())
				client.End()
			})
			client.OnFinish(func() { c("finish", client.BytesWritten()) })
			client.OnClose(scene.Close(c))
		})
	})
}
