package server_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOptionsReachSockets(t *testing.T) {
	transcript.Run(t, "options_reach_sockets", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{
			NoDelay: true, KeepAlive: true, KeepAliveInitialDelay: 7900 * time.Millisecond,
		}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			noDelay, keepAlive, idle := tcpOptions(x, peer.Conn())
			s("peer", noDelay, keepAlive, idle)
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
		})
	})
}
