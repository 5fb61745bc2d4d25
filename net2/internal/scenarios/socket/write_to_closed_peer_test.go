package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteToClosedPeer(t *testing.T) {
	transcript.Run(t, "write_to_closed_peer", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Destroy()
		})
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{AllowHalfOpen: true},
				Port:          server.Address().Port,
			})
			errs := 0
			client.Resume()
			var more func()
			more = func() {
				if client.Destroyed() {
					return
				}
				client.Write("x")
				x.Loop.SetImmediate(more)
			}
			client.OnEnd(func() {
				c("end", client.Writable())
				more()
			})
			client.OnError(func(err error) {
				errs++
				c("error", errs, net2.Code(err) == "EPIPE" || net2.Code(err) == "ECONNRESET")
			})
			client.OnClose(scene.Close(c))
		})
	})
}
