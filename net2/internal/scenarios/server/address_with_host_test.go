package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAddressWithHost(t *testing.T) {
	transcript.Run(t, "address_with_host", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			scene.Port(x, server, "PORT")
			a := server.Address()
			s("listening", a.Address, a.Family, a.Port)
			server.Close()
		})
		s("after listen", server.Address(), server.Listening())
	})
}
