package socket_test

import (
	"bytes"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOnreadNewBuffer(t *testing.T) {
	transcript.Run(t, "onread_new_buffer", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("hello")
			peer.Once("data", func() { peer.End("world") })
			peer.Resume()
		})
		scene.Listen(server, func() {
			made := 0
			var client *net2.Socket
			onRead := net2.OnRead{
				NewBuffer: func() []byte {
					made++
					c("buffer", made)
					if made == 2 {
						return []byte("...")
					}
					return bytes.Repeat([]byte("."), 8)
				},
				Callback: func(n int, buffer []byte) bool {
					c("read", n, buffer)
					if made == 1 {
						client.Write("more")
					}
					return true
				},
			}
			client = scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{OnRead: onRead}, Port: server.Address().Port})
			client.OnConnect(scene.Event(c, "connect"))
			client.OnData(func([]byte) { c("data") })
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
