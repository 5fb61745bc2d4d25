package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBadLocalAddress(t *testing.T) {
	transcript.Run(t, "bad_local_address", func(x *transcript.T) {
		c := x.Track("client")
		err := scene.Thrown(func() {
			scene.ConnectWith(x, net2.ConnectOptions{Port: 9, LocalAddress: "localhost"})
		})
		c("threw", err.Name, err)
	})
}
