package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressNotAvailable(t *testing.T) {
	transcript.Run(t, "address_not_available", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		server.OnError(func(err error) {
			e := err.(*net2.Error)
			s("error", e)
			s("fields", e.Code, e.Syscall, e.Address, transcript.OrNull(e.Port), server.Listening())
		})
		server.ListenHost(0, "192.0.2.1", func() { s("listening") })
	})
}
