package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestIPv6Only(t *testing.T) {
	transcript.Run(t, "ipv6_only", func(x *transcript.T) {
		s := x.Track("server")
		use := func(what string, options net2.ListenOptions, then func()) {
			server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
				s(what, "connection", peer.RemoteAddress(), peer.RemoteFamily())
				peer.End()
			})
			options.Host = "::"
			server.ListenWith(options, func() {
				client := scene.Connect(x, server)
				client.OnError(func(err error) { s(what, "error", net2.Code(err)) })
				client.OnClose(func(bool) { server.Close(func(error) { then() }) })
				client.Resume()
			})
		}
		use("both", net2.ListenOptions{}, func() {
			use("only", net2.ListenOptions{IPv6Only: true}, func() {})
		})
	})
}
