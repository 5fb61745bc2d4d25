package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestThrowingConnectListener(t *testing.T) {
	transcript.Run(t, "throwing_connect_listener", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		var client *net2.Socket
		x.Loop.OnUncaught(func(v any) {
			c("uncaught", v, client.ReadyState())
			client.Write("hello", scene.Done(c, "written"))
		})
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Once("data", func(chunk []byte) {
				s("data", chunk)
				client.Destroy()
			})
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() { panic(errors.New("boom")) })
			client.OnConnect(scene.Event(c, "second connect listener"))
			client.OnReady(scene.Event(c, "ready"))
			client.OnClose(scene.Close(c))
		})
	})
}
