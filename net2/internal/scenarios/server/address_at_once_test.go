package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressAtOnce(t *testing.T) {
	transcript.Run(t, "address_at_once", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		s("before", server.Address(), server.Listening())
		server.Listen(0, func() {
			s("listening", server.Address().Port > 0)
			server.Close(func(error) { s("close", server.Address()) })
			s("closed", server.Address())
		})
		s("after listen", server.Address().Port > 0, server.Listening())
	})
}
