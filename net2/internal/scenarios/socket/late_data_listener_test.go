package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLateDataListener(t *testing.T) {
	transcript.Run(t, "late_data_listener", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.Write("one ")
			peer.End("two")
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			var got string
			client.OnConnect(func() {
				scene.Until(x, func() bool { return client.ReadableLength() >= 7 }, func() {
					c("flowing before", client.ReadableFlowing().String())
					client.OnData(func(chunk []byte) { got += string(chunk) })
					c("flowing after", client.ReadableFlowing().String(), len(got))
				})
			})
			client.OnEnd(func() { c("end", got) })
			client.OnClose(scene.Close(c))
		})
	})
}
