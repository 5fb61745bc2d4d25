package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyInData(t *testing.T) {
	transcript.Run(t, "destroy_in_data", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.OnError(func(error) {})
			more := func() {
				for !peer.Destroyed() && peer.Write(make([]byte, 65536)) {
				}
			}
			peer.OnDrain(more)
			more()
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnData(func(chunk []byte) {
				c("data", len(chunk) > 0)
				client.Destroy()
			})
			client.OnClose(scene.Close(c))
		})
	})
}
