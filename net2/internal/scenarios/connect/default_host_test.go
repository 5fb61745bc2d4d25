package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDefaultHost(t *testing.T) {
	transcript.Run(t, "default_host", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.End("hello")
			peer.Resume()
		})
		server.Listen(0, func() {
			port := scene.Port(x, server, "PORT")
			client := scene.NewSocket(x)
			client.Connect(port, "", func() { c("connect", client.RemotePort()) })
			client.OnData(scene.Data(c))
			client.OnClose(scene.Close(c))
		})
	})
}
