package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteKinds(t *testing.T) {
	transcript.Run(t, "write_kinds", func(x *transcript.T) {
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			got := scene.Collect(peer)
			peer.OnEnd(func() { s("end", got.String()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write("text ")
				client.Write([]byte("bytes "))
				client.WriteEncoded("68657820", "hex")
				client.WriteEncoded("YmFzZTY0IA==", "base64")
				client.SetDefaultEncoding("hex")
				client.Write("64656661756c7420")
				client.WriteEncoded("6f766572", "hex")
				client.End()
			})
		})
	})
}
