package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOnread(t *testing.T) {
	transcript.Run(t, "onread", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("hello")
			peer.Once("data", func() { peer.End("world") })
		})
		buffer := make([]byte, 16)
		scene.Listen(server, func() {
			var client *net2.Socket
			onRead := net2.OnRead{Buffer: buffer, Callback: func(n int, buf []byte) bool {
				c("read", n, &buf[0] == &buffer[0], buf[:n])
				client.Write("more")
				return true
			}}
			client = scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{OnRead: onRead},
				Port:          server.Address().Port,
			})
			client.OnData(scene.Data(c))
			client.OnEnd(func() { c("end", client.BytesRead()) })
			client.OnClose(scene.Close(c))
		})
	})
}
