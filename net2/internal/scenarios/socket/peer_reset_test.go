package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPeerReset(t *testing.T) {
	transcript.Run(t, "peer_reset", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Once("data", func() { peer.ResetAndDestroy() })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write("go") })
			client.OnData(func([]byte) { c("data") })
			client.OnEnd(scene.Event(c, "end"))
			client.OnError(func(err error) {
				e := err.(*net2.Error)
				c("error", e, e.Syscall, transcript.OrNull(e.Address), transcript.OrNull(e.Port))
			})
			client.OnClose(func(hadError bool) { c("close", hadError, client.ReadableEnded(), client.Errored()) })
		})
	})
}
