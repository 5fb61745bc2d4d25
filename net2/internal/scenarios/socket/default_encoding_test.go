package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDefaultEncoding(t *testing.T) {
	transcript.Run(t, "default_encoding", func(x *transcript.T) {
		s, c := x.Track("server"), x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("got", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			err := scene.Thrown(func() { client.SetDefaultEncoding("nope") })
			c("threw", err.Name, err)
			client.Write("6869")
			c("chains", scene.Same(client.SetDefaultEncoding("hex"), client))
			client.Write("2068657820")
			client.WriteEncoded("plain ", "utf8")
			client.SetDefaultEncoding("BASE64")
			client.End("ZW5k")
			client.OnClose(scene.Close(c))
			client.Resume()
		})
	})
}
