package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteMisuse(t *testing.T) {
	transcript.Run(t, "write_misuse", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				for _, value := range []any{42, true, nil} {
					c("threw", net2.Code(scene.Thrown(func() { client.Write(value) })))
				}
				c("threw", scene.Thrown(func() { client.WriteEncoded("x", "klingon") }))
				c("state", client.Destroyed(), client.Writable())
				client.End()
			})
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
