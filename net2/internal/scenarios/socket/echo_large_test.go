package socket_test

import (
	"bytes"
	"crypto/sha256"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEchoLarge(t *testing.T) {
	transcript.Run(t, "echo_large", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Echo)
		scene.Listen(server, func() {
			sent, got := sha256.New(), sha256.New()
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				for i := range 128 {
					chunk := bytes.Repeat([]byte{byte(i)}, 65536)
					sent.Write(chunk)
					client.Write(chunk)
				}
				client.End()
			})
			client.OnData(func(chunk []byte) { got.Write(chunk) })
			client.OnEnd(func() { c("end", client.BytesRead(), bytes.Equal(got.Sum(nil), sent.Sum(nil))) })
			client.OnClose(scene.Close(c))
		})
	})
}
