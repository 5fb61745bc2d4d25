package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPeerResetUncaught(t *testing.T) {
	transcript.Run(t, "peer_reset_uncaught", func(x *transcript.T) {
		c := x.Track("client")
		x.Loop.OnUncaught(func(v any) { c("uncaught", v) })
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Once("data", func() { peer.ResetAndDestroy() })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write("go") })
			client.Resume()
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
