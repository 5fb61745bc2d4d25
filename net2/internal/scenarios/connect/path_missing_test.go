package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathMissing(t *testing.T) {
	transcript.Run(t, "path_missing", func(x *transcript.T) {
		c := x.Track("client")
		path := x.SocketPath()
		client := scene.ConnectWith(x, net2.ConnectOptions{Path: path})
		client.OnConnect(scene.Event(c, "connect"))
		client.OnLookup(func(error, string, int, string) { c("lookup") })
		client.OnError(func(err error) {
			e := err.(*net2.Error)
			c("error", e)
			c("fields", e.Code, e.Syscall, e.Address, transcript.OrNull(e.Port))
		})
		client.OnClose(scene.Close(c))
		c("connecting", client.Connecting())
	})
}
