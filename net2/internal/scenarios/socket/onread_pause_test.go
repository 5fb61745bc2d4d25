package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOnreadPause(t *testing.T) {
	transcript.Run(t, "onread_pause", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("0123456789")
		})
		scene.Listen(server, func() {
			var client *net2.Socket
			onRead := net2.OnRead{Buffer: make([]byte, 4), Callback: func(n int, buf []byte) bool {
				c("read", n, buf[:n])
				x.Loop.SetTimeout(20*time.Millisecond, func() {
					c("resume", client.BytesRead())
					client.Resume()
				})
				return false
			}}
			client = scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{OnRead: onRead},
				Port:          server.Address().Port,
			})
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
