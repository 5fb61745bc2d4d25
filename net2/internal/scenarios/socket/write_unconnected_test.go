package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteUnconnected(t *testing.T) {
	transcript.Run(t, "write_unconnected", func(x *transcript.T) {
		c := x.Track("client")
		client := scene.NewSocket(x)
		client.OnError(scene.Error(c))
		client.OnClose(scene.Close(c))
		c("write returned", client.Write("hello", scene.Done(c, "written")))
		c("state", client.Pending(), client.Connecting(), client.ReadyState())
	})
}
