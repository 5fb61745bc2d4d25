package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestResetWhileWriting(t *testing.T) {
	transcript.Run(t, "reset_while_writing", func(x *transcript.T) {
		c := x.Track("client")
		w := x.Track("writes")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			scene.Until(x, client.WritableNeedDrain, func() { peer.ResetAndDestroy() })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write(make([]byte, 64<<20), func(error) { w("first") })
				client.Write("second", func(err error) { w("second failed", err != nil) })
			})
			client.OnDrain(scene.Event(c, "drain"))
			client.OnError(func(err error) { c("error", net2.Code(err)) })
			client.OnClose(scene.Close(c))
		})
	})
}
