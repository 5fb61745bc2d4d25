package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutResetByWrite(t *testing.T) {
	transcript.Run(t, "timeout_reset_by_write", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				client.SetTimeout(600 * time.Millisecond)
				x.Loop.SetTimeout(300*time.Millisecond, func() { client.Write("hello", scene.Done(c, "written")) })
				x.Loop.SetTimeout(650*time.Millisecond, func() { c("later than the timeout would have been") })
			})
			client.OnTimeout(func() {
				c("timeout")
				client.Destroy()
			})
			client.OnClose(scene.Close(c))
		})
	})
}
