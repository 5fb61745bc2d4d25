package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressInUseRetry(t *testing.T) {
	transcript.Run(t, "address_in_use_retry", func(x *transcript.T) {
		s := x.Track("server")
		first := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(first, func() {
			second := scene.Serve(x, net2.ServerOptions{}, nil)
			second.OnError(func(err error) {
				s("error", net2.Code(err))
				scene.Listen(second)
			})
			second.OnListening(func() {
				s("listening", second.Listening())
				first.Close()
				second.Close(func(error) { s("close") })
			})
			second.ListenHost(first.Address().Port, "127.0.0.1")
		})
	})
}
