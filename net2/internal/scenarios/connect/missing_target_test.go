package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMissingTarget(t *testing.T) {
	transcript.Run(t, "missing_target", func(x *transcript.T) {
		c := x.Track("client")
		err := scene.Thrown(func() { net2.ConnectWith(net2.ConnectOptions{Host: "127.0.0.1"}) })
		c("threw", err.Name, err)
	})
}
