package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestResetBehindFIN(t *testing.T) {
	transcript.Run(t, "reset_behind_fin", func(x *transcript.T) {
		c, s := x.Track("client"), x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.OnFinish(scene.Event(s, "finish"))
			peer.OnClose(scene.Close(s))
			x.Loop.SetTimeout(30*time.Millisecond, func() { peer.DestroySoon() })
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
