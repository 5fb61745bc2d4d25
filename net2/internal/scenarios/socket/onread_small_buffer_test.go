package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOnreadSmallBuffer(t *testing.T) {
	transcript.Run(t, "onread_small_buffer", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("0123456789")
		})
		scene.Listen(server, func() {
			var got string
			most := 0
			onRead := net2.OnRead{Buffer: make([]byte, 4), Callback: func(n int, buf []byte) bool {
				most = max(most, n)
				got += string(buf[:n])
				return true
			}}
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{OnRead: onRead},
				Port:          server.Address().Port,
			})
			client.OnEnd(func() { c("end", got, most) })
		})
	})
}
