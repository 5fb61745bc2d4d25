package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOnreadCallbacks(t *testing.T) {
	transcript.Run(t, "onread_callbacks", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("0123456789")
		})
		x.Loop.OnUncaught(func(v any) { c("uncaught", v) })
		scene.Listen(server, func() {
			onRead := net2.OnRead{Buffer: make([]byte, 3), Callback: func(n int, buf []byte) bool {
				piece := string(buf[:n])
				c("read", piece)
				x.Loop.NextTick(func() { c("tick", piece) })
				x.Loop.SetImmediate(func() { c("immediate", piece) })
				if piece == "345" {
					panic(errors.New("oops"))
				}
				return true
			}}
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{OnRead: onRead},
				Port:          server.Address().Port,
			})
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
