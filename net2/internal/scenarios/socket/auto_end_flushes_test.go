package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAutoEndFlushes(t *testing.T) {
	transcript.Run(t, "auto_end_flushes", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{AllowHalfOpen: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.End()
			peer.Pause()
			n := scene.Count(peer)
			peer.OnEnd(func() { s("end", *n) })
			scene.Until(x, client.ReadableEnded, func() { peer.Resume() })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() { client.Write(make([]byte, 32<<20)) })
			client.Resume()
			client.OnEnd(func() { c("end", client.WritableLength() > 0) })
			client.OnFinish(func() { c("finish", client.BytesWritten()) })
			client.OnClose(scene.Close(c))
		})
	})
}
