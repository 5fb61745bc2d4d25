package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMaxConnections(t *testing.T) {
	transcript.Run(t, "max_connections", func(x *transcript.T) {
		s := x.Track("server")
		c := x.Track("second client")
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			s("connection")
			peer.Resume()
		})
		server.SetMaxConnections(1)
		server.OnDrop(func(data net2.DropArgument) {
			x.Port(data.RemotePort, "CLIENT")
			s("drop", data.LocalAddress, data.LocalPort, data.LocalFamily)
			s("from", data.RemoteAddress, data.RemotePort, data.RemoteFamily)
			server.GetConnections(func(err error, count int) { s("connections", err, count) })
		})
		scene.Listen(server, func() {
			scene.Port(x, server, "PORT")
			first := scene.Connect(x, server)
			first.OnConnect(func() {
				second := scene.Connect(x, server)
				second.OnConnect(scene.Event(c, "connect"))
				second.OnEnd(scene.Event(c, "end"))
				second.OnClose(func(hadError bool) {
					c("close", hadError)
					first.End()
					server.Close()
				})
			})
		})
	})
}
