package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestResetUnconnected(t *testing.T) {
	transcript.Run(t, "reset_unconnected", func(x *transcript.T) {
		c := x.Track("client")
		client := scene.NewSocket(x)
		client.OnError(scene.Error(c))
		client.OnClose(scene.Close(c))
		client.ResetAndDestroy()
		c("called", client.Destroyed())
	})
}
