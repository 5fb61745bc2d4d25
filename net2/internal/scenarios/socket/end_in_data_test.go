package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEndInData(t *testing.T) {
	transcript.Run(t, "end_in_data", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{AllowHalfOpen: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("one")
			peer.Resume()
			peer.OnEnd(func() {
				peer.Write("two ")
				x.Loop.SetImmediate(func() { peer.End("three") })
			})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			var got string
			client.OnData(func(chunk []byte) {
				if got += string(chunk); got == "one" {
					client.End()
				}
			})
			client.OnFinish(func() { c("finish", got) })
			client.OnEnd(func() { c("end", got) })
			client.OnClose(scene.Close(c))
		})
	})
}
