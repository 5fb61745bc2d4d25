package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressInUseUncaught(t *testing.T) {
	transcript.Run(t, "address_in_use_uncaught", func(x *transcript.T) {
		s := x.Track("server")
		first := scene.Serve(x, net2.ServerOptions{}, nil)
		x.Loop.OnUncaught(func(v any) {
			s("uncaught", v)
			first.Close()
		})
		scene.Listen(first, func() {
			port := scene.Port(x, first, "PORT")
			scene.Serve(x, net2.ServerOptions{}, nil).ListenHost(port, "127.0.0.1")
		})
	})
}
