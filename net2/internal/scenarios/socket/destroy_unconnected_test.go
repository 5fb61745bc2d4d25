package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyUnconnected(t *testing.T) {
	transcript.Run(t, "destroy_unconnected", func(x *transcript.T) {
		c := x.Track("client")
		client := scene.NewSocket(x)
		client.OnClose(scene.Close(c))
		client.Destroy()
		x.Loop.NextTick(func() { c("tick") })
		x.Loop.SetImmediate(func() { c("immediate") })
		c("destroyed", client.Destroyed())
	})
}
