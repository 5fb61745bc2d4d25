package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutResetByRead(t *testing.T) {
	transcript.Run(t, "timeout_reset_by_read", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.Write("hello")
			x.Loop.SetTimeout(200*time.Millisecond, func() { peer.Write("again") })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.Once("data", func(chunk []byte) {
				c("data", chunk)
				client.OnData(scene.Data(c))
				client.SetTimeout(time.Second)
				x.Loop.SetTimeout(1050*time.Millisecond, func() { c("later than the timeout would have been") })
			})
			client.OnTimeout(func() {
				c("timeout")
				client.Destroy()
			})
			client.OnClose(scene.Close(c))
		})
	})
}
