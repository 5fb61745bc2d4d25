package socket_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPipeProxy(t *testing.T) {
	transcript.Run(t, "pipe_proxy", func(x *transcript.T) {
		c := x.Track("client")
		b := x.Track("backend")
		halfOpen := net2.ServerOptions{AllowHalfOpen: true}
		backend := scene.Serve(x, halfOpen, func(backend *net2.Server, peer *net2.Socket) {
			backend.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() {
				b("end", got.String())
				peer.End(strings.ToUpper(got.String()))
			})
			peer.OnClose(scene.Close(b))
		})
		proxy := scene.Serve(x, halfOpen, func(proxy *net2.Server, from *net2.Socket) {
			proxy.Close()
			to := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{AllowHalfOpen: true},
				Port:          backend.Address().Port,
			})
			from.Pipe(to)
			to.Pipe(from)
		})
		scene.Listen(backend, func() {
			scene.Listen(proxy, func() {
				client := scene.Connect(x, proxy)
				client.OnConnect(func() { client.End("hello") })
				got := scene.Collect(client)
				client.OnEnd(func() { c("end", got.String()) })
				client.OnClose(scene.Close(c))
			})
		})
	})
}
