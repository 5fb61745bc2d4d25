package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutFiresOnce(t *testing.T) {
	transcript.Run(t, "timeout_fires_once", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.SetTimeout(10 * time.Millisecond)
				x.Loop.SetTimeout(150*time.Millisecond, func() { client.Destroy() })
			})
			client.OnTimeout(scene.Event(c, "timeout"))
			client.OnClose(scene.Close(c))
		})
	})
}
