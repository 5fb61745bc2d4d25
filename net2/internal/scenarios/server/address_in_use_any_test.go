package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressInUseAny(t *testing.T) {
	transcript.Run(t, "address_in_use_any", func(x *transcript.T) {
		s := x.Track("server")
		first := scene.Serve(x, net2.ServerOptions{}, nil)
		first.Listen(0, func() {
			port := scene.Port(x, first, "PORT")
			second := scene.Serve(x, net2.ServerOptions{}, nil)
			second.OnError(func(err error) {
				s("error", err)
				first.Close()
			})
			second.Listen(port, func() { s("listening") })
			s("listen returned", second.Listening())
		})
	})
}
