package socket_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutWriteStalled(t *testing.T) {
	transcript.Run(t, "timeout_write_stalled", func(x *transcript.T) {
		c := x.Track("client")
		var client *net2.Socket
		server := scene.Serve(x, net2.ServerOptions{PauseOnConnect: true}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			scene.Until(x, client.Destroyed, func() { peer.Destroy() })
		})
		scene.Listen(server, func() {
			client = scene.Connect(x, server)
			client.OnConnect(func() {
				client.Write(make([]byte, 64<<20), scene.Done(c, "written"))
				client.SetTimeout(100*time.Millisecond, func() {
					c("timeout", client.WritableLength() > 0, client.Destroyed())
					client.Destroy(errors.New("stalled"))
				})
			})
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
