package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutAfterDestroy(t *testing.T) {
	transcript.Run(t, "timeout_after_destroy", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.SetTimeout(10 * time.Millisecond)
				client.Destroy()
				client.SetTimeout(20*time.Millisecond, func() { c("callback") })
				c("listeners", client.ListenerCount("timeout"), client.Timeout().Milliseconds())
			})
			client.OnTimeout(scene.Event(c, "timeout"))
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				x.Loop.SetTimeout(60*time.Millisecond, func() { c("no timeout came") })
			})
		})
	})
}
