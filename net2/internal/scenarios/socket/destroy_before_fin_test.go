package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyBeforeFIN(t *testing.T) {
	transcript.Run(t, "destroy_before_fin", func(x *transcript.T) {
		c, s := x.Track("client"), x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.OnClose(scene.Close(s))
			x.Loop.SetTimeout(30*time.Millisecond, func() { peer.End().Destroy() })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write("unread") })
			client.OnData(func([]byte) { c("data") })
			client.OnEnd(scene.Event(c, "end"))
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
