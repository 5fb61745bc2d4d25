package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEncodingBase64(t *testing.T) {
	transcript.Run(t, "encoding_base64", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("abcd")
			peer.Once("data", func() { peer.End("efef") })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.SetEncoding("base64")
			client.Once("data", func() { client.Write("more") })
			client.OnString(func(text string) { c("data", text) })
			client.OnEnd(scene.Event(c, "end"))
		})
	})
}
