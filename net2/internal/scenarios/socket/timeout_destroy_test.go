package socket_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutDestroy(t *testing.T) {
	transcript.Run(t, "timeout_destroy", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.OnEnd(scene.Event(s, "end"))
			peer.OnClose(scene.Close(s))
		})
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: server.Address().Port, Timeout: 150 * time.Millisecond})
			client.OnConnect(func() { c("connect", client.Timeout().Milliseconds()) })
			client.OnTimeout(func() { client.Destroy(errors.New("idle")) })
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		})
	})
}
