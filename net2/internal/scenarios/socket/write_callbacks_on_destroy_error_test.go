package socket_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteCallbacksOnDestroyError(t *testing.T) {
	transcript.Run(t, "write_callbacks_on_destroy_error", func(x *transcript.T) {
		c := x.Track("client")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			scene.Until(x, client.Destroyed, func() { peer.Destroy() })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write(make([]byte, 64<<20), scene.Done(c, "first"))
				client.Write("second", scene.Done(c, "second"))
				client.Write("third", scene.Done(c, "third"))
				x.Loop.SetImmediate(func() { client.Destroy(errors.New("boom")) })
			})
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
