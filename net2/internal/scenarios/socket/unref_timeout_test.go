package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnrefTimeout(t *testing.T) {
	transcript.Run(t, "unref_timeout", func(x *transcript.T) {
		c := x.Track("client")
		client := scene.NewSocket(x)
		client.SetTimeout(10*time.Second, func() { c("timeout") })
		client.OnClose(func(bool) { c("close") })
		x.AtExit(func() { c("exit", client.Destroyed()) })
	})
}
