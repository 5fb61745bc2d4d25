package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyBeforeConnectWrite(t *testing.T) {
	transcript.Run(t, "destroy_before_connect_write", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(*net2.Server, *net2.Socket) { c("connection") })
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Write("first", scene.Done(c, "first written"))
			client.Write("second", scene.Done(c, "second written"))
			client.OnError(scene.Error(c))
			client.OnClose(func(hadError bool) {
				c("close", hadError, client.BytesWritten())
				server.Close()
			})
			client.Destroy()
		})
	})
}
