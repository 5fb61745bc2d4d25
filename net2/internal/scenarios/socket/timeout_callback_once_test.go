package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutCallbackOnce(t *testing.T) {
	transcript.Run(t, "timeout_callback_once", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				same := client.SetTimeout(10*time.Millisecond, func() { c("callback", client.ListenerCount("timeout")) })
				c("same socket", scene.Same(same, client), client.ListenerCount("timeout"))
			})
			client.OnTimeout(func() {
				c("event", client.ListenerCount("timeout"))
				if client.BytesWritten() > 0 {
					client.Destroy()
					return
				}
				client.Write("x")
			})
			client.OnClose(scene.Close(c))
		})
	})
}
