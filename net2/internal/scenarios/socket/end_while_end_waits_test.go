package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEndWhileEndWaits(t *testing.T) {
	transcript.Run(t, "end_while_end_waits", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.End(make([]byte, 100))
		})
		scene.Listen(server, func() {
			client := net2.NewSocket(net2.SocketOptions{Loop: x.Loop, HighWaterMark: 10})
			client.OnFinish(scene.Event(c, "finish"))
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
			client.Connect(server.Address().Port, "127.0.0.1", func() {
				scene.Until(x, func() bool { return client.ReadableLength() == 100 }, func() {
					x.Loop.SetTimeout(20*time.Millisecond, func() {
						client.Resume()
						client.End()
					})
				})
			})
		})
	})
}
