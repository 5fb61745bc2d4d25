package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutShortened(t *testing.T) {
	transcript.Run(t, "timeout_shortened", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.SetTimeout(100 * time.Second)
				client.SetTimeout(10 * time.Millisecond)
				c("timeout is", client.Timeout().Milliseconds())
			})
			client.OnTimeout(func() {
				c("timeout")
				client.Destroy()
			})
			client.OnClose(scene.Close(c))
		})
	})
}
