package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutNotifies(t *testing.T) {
	transcript.Run(t, "timeout_notifies", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Echo)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			timeouts := 0
			client.SetTimeout(40 * time.Millisecond)
			client.OnTimeout(func() {
				c("timeout", client.Destroyed(), client.Writable())
				if timeouts++; timeouts == 1 {
					client.Write("still here")
				} else {
					client.End()
				}
			})
			client.OnData(scene.Data(c))
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
