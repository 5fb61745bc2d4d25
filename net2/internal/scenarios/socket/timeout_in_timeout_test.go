package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutInTimeout(t *testing.T) {
	transcript.Run(t, "timeout_in_timeout", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.SetTimeout(10 * time.Millisecond) })
			n := 0
			client.OnTimeout(func() {
				n++
				c("timeout", n)
				if n < 3 {
					client.SetTimeout(10 * time.Millisecond)
				} else {
					client.Destroy()
				}
			})
			client.OnClose(scene.Close(c))
		})
	})
}
