package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBytesAfterClose(t *testing.T) {
	transcript.Run(t, "bytes_after_close", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Pipe(peer)
			peer.OnClose(func(bool) { s("close", peer.BytesRead(), peer.BytesWritten()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End("hello") })
			client.Resume()
			client.OnEnd(func() { c("end", client.BytesRead(), client.BytesWritten()) })
			client.OnClose(func(bool) { c("close", client.BytesRead(), client.BytesWritten()) })
		})
	})
}
