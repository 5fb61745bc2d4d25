package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRefusedWrite(t *testing.T) {
	transcript.Run(t, "refused_write", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			server.Close(func(error) {
				client := scene.ConnectPort(x, port)
				client.Write("first", scene.Done(c, "first"))
				client.Write("second", scene.Done(c, "second"))
				client.OnError(scene.Error(c))
				client.OnClose(scene.Close(c))
			})
		})
	})
}
