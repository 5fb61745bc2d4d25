package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestResetBehindData(t *testing.T) {
	transcript.Run(t, "reset_behind_data", func(x *transcript.T) {
		sizes := map[string]int{"partial": 5, "large": 100000, "stopped": 5, "answered": 5}
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			peer.Once("data", func(name string) {
				peer.Write(make([]byte, sizes[name]))
				peer.ResetAndDestroy()
			})
		})
		open := 0
		scene.Listen(server, func() {
			for _, name := range []string{"partial", "large", "stopped", "answered"} {
				c := x.Track(name)
				open++
				o := net2.SocketOptions{Loop: x.Loop}
				if name == "stopped" {
					o.HighWaterMark = 1
				}
				client := net2.NewSocket(o)
				client.Connect(server.Address().Port, "127.0.0.1", func() { client.Write(name) })
				got := scene.Count(client)
				if name == "stopped" {
					client.Pause()
					scene.Until(x, func() bool { return client.ReadableLength() > 0 }, func() {
						x.Loop.SetImmediate(func() { client.Resume() })
					})
				}
				if name == "answered" {
					client.OnData(func([]byte) { client.Write("thanks") })
				}
				client.OnEnd(func() { c("end", *got) })
				client.OnError(func(err error) { c("error", err, *got) })
				client.OnClose(func(hadError bool) {
					c("close", hadError)
					if open--; open == 0 {
						server.Close()
					}
				})
			}
		})
	})
}
