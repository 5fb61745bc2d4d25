package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListenForms(t *testing.T) {
	transcript.Run(t, "listen_forms", func(x *transcript.T) {
		s := x.Track("server")
		forms := []struct {
			name   string
			listen func(server *net2.Server)
		}{
			{"port", func(server *net2.Server) { server.Listen(0) }},
			{"port and host", func(server *net2.Server) { server.ListenHost(0, "127.0.0.1") }},
			{"options", func(server *net2.Server) { server.ListenWith(net2.ListenOptions{Host: "127.0.0.1"}) }},
			{"IPv6", func(server *net2.Server) { server.ListenWith(net2.ListenOptions{Host: "::1"}) }},
			{"nothing", func(server *net2.Server) { server.ListenWith(net2.ListenOptions{}) }},
		}
		var next func(i int)
		next = func(i int) {
			if i == len(forms) {
				return
			}
			server := scene.Serve(x, net2.ServerOptions{}, nil)
			server.OnListening(func() {
				a := server.Address()
				address := a.Address
				if address == "::" {
					address = "any"
				}
				s(forms[i].name, address, a.Family, a.Port > 0)
				server.Close(func(error) { next(i + 1) })
			})
			forms[i].listen(server)
		}
		next(0)
	})
}
