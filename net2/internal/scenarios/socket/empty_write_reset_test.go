package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEmptyWriteReset(t *testing.T) {
	transcript.Run(t, "empty_write_reset", func(x *transcript.T) {
		counts := map[string]int{"plain": 0, "one corked": 1, "two corked": 2}
		names := []string{"plain", "one corked", "two corked"}
		var server *net2.Server
		var client *net2.Socket
		connect := func() { client = scene.Connect(x, server) }
		server = scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(_ *net2.Server, peer *net2.Socket) {
			name := names[0]
			names = names[1:]
			p := x.Track(name)
			write := func() { p("write", peer.Write("", scene.Done(p, "written"))) }
			if counts[name] > 0 {
				peer.Cork()
			}
			for range counts[name] {
				write()
			}
			peer.OnError(scene.Error(p))
			peer.OnClose(func(hadError bool) {
				p("close", hadError)
				if len(names) > 0 {
					connect()
				} else {
					server.Close()
				}
			})
			client.OnClose(func(bool) {
				x.Loop.SetImmediate(func() {
					if counts[name] > 0 {
						peer.Uncork()
					} else {
						write()
					}
					p("writable", peer.Writable(), peer.Destroyed())
					x.Loop.SetImmediate(func() { peer.Destroy() })
				})
			})
			client.ResetAndDestroy()
		})
		scene.Listen(server, connect)
	})
}
