package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEmptyFinCloses(t *testing.T) {
	transcript.Run(t, "empty_fin_closes", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { c("connect", client.ReadableFlowing().String()) })
			client.OnEnd(func() { c("end", client.ReadableFlowing().String()) })
			client.OnClose(scene.Close(c))
		})
	})
}
