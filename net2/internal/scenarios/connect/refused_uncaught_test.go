package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRefusedUncaught(t *testing.T) {
	transcript.Run(t, "refused_uncaught", func(x *transcript.T) {
		c := x.Track("client")
		x.Loop.OnUncaught(func(v any) { c("uncaught", v) })
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			server.Close(func(error) { scene.ConnectPort(x, port).OnClose(scene.Close(c)) })
		})
	})
}
