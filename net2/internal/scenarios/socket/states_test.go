package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestStates(t *testing.T) {
	transcript.Run(t, "states", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{AllowHalfOpen: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnEnd(func() { peer.End() })
		})
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			state := func(when string) {
				c(when, client.Connecting(), client.Pending(), client.ReadyState(),
					client.Readable(), client.Writable(), client.Destroyed())
			}
			state("new")
			client.Connect(server.Address().Port, "127.0.0.1")
			state("connect called")
			client.OnConnect(func() { state("connect") })
			client.OnReady(func() {
				state("ready")
				client.End()
				state("end called")
			})
			client.OnFinish(func() { state("finish") })
			client.OnEnd(func() { state("end") })
			client.OnClose(func(bool) { state("close") })
			client.Resume()
		})
	})
}
