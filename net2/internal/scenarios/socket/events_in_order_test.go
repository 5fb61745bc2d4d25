package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEventsInOrder(t *testing.T) {
	transcript.Run(t, "events_in_order", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		names := []string{"lookup", "connect", "ready", "data", "drain", "end", "finish", "timeout", "error", "close"}
		watch := func(socket *net2.Socket, log func(...any)) {
			for _, name := range names {
				socket.On(name, scene.Event(log, name))
			}
		}
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			watch(peer, s)
			peer.Once("data", func() { peer.End("answer") })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write("question") })
			watch(client, c)
		})
	})
}
