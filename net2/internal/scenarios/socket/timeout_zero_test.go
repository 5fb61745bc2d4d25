package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutZero(t *testing.T) {
	transcript.Run(t, "timeout_zero", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				onTimeout := func() { c("timeout") }
				client.SetTimeout(20*time.Millisecond, onTimeout)
				c("armed", client.ListenerCount("timeout"), client.Timeout().Milliseconds())
				client.SetTimeout(0, onTimeout)
				c("cancelled", client.ListenerCount("timeout"), client.Timeout().Milliseconds())
				x.Loop.SetTimeout(80*time.Millisecond, func() { client.Destroy() })
			})
			client.OnClose(scene.Close(c))
		})
	})
}
