package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAllowHalfOpen(t *testing.T) {
	transcript.Run(t, "allow_half_open", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
			peer.OnClose(scene.Close(s))
			peer.End("hello")
		})
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{AllowHalfOpen: true},
				Port:          server.Address().Port,
			})
			client.Resume()
			client.OnEnd(func() {
				c("end", client.AllowHalfOpen(), client.Writable(), client.ReadyState())
				client.Write("one ", func(error) {
					x.Loop.SetImmediate(func() {
						c("still", client.Writable(), client.WritableEnded())
						client.End("two", func(error) { c("ended") })
					})
				})
			})
			client.OnFinish(scene.Event(c, "finish"))
			client.OnClose(scene.Close(c))
		})
	})
}
