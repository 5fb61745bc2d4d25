package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestReadInReadable(t *testing.T) {
	transcript.Run(t, "read_in_readable", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("hello world")
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			var got string
			client.OnReadable(func() {
				for chunk := client.Read(); chunk != nil; chunk = client.Read() {
					got += string(chunk.([]byte))
				}
			})
			client.OnEnd(func() { c("end", got, client.ReadableFlowing().String()) })
			client.OnClose(scene.Close(c))
		})
	})
}
