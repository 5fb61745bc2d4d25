package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathReset(t *testing.T) {
	transcript.Run(t, "path_reset", func(x *transcript.T) {
		c := x.Track("client")
		path := x.SocketPath()
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		server.ListenPath(path, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{Path: path})
			client.OnConnect(func() {
				err := scene.Thrown(func() { client.ResetAndDestroy() })
				c("threw", err.Name, err)
				c("state", client.Destroyed())
				client.End()
			})
			client.OnClose(scene.Close(c))
		})
	})
}
