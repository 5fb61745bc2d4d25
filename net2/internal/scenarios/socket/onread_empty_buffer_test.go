package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOnreadEmptyBuffer(t *testing.T) {
	transcript.Run(t, "onread_empty_buffer", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.OnError(func(error) {})
			peer.Write("hello")
			peer.Resume()
		})
		scene.Listen(server, func() {
			onRead := net2.OnRead{Buffer: []byte{}, Callback: func(int, []byte) bool {
				c("read")
				return true
			}}
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{OnRead: onRead}, Port: server.Address().Port})
			client.OnError(func(err error) { c("error", err, err.(*net2.Error).Syscall) })
			client.OnClose(scene.Close(c))
		})
	})
}
