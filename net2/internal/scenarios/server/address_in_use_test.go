package server_test

import (
	"errors"
	"syscall"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressInUse(t *testing.T) {
	transcript.Run(t, "address_in_use", func(x *transcript.T) {
		s := x.Track("server")
		first := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(first, func() {
			port := scene.Port(x, first, "PORT")
			second := scene.Serve(x, net2.ServerOptions{}, nil)
			second.OnListening(scene.Event(s, "listening"))
			second.OnClose(scene.Event(s, "close"))
			second.OnError(func(err error) {
				e := err.(*net2.Error)
				s("error", e)
				s("fields", e.Code, e.Syscall, e.Address, e.Port, errors.Is(err, syscall.EADDRINUSE))
				s("state", second.Listening(), second.Address())
				first.Close()
			})
			second.ListenHost(port, "127.0.0.1")
			s("listen returned")
		})
	})
}
