package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBadPort(t *testing.T) {
	transcript.Run(t, "bad_port", func(x *transcript.T) {
		c := x.Track("client")
		for _, port := range []int{-1, 65536} {
			err := scene.Thrown(func() { scene.NewSocket(x).Connect(port, "127.0.0.1") })
			c("threw", err.Name, err)
			err = scene.Thrown(func() { scene.ConnectPort(x, port) })
			c("threw", err.Name, err)
		}
	})
}
