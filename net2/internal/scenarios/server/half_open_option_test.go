package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestHalfOpenOption(t *testing.T) {
	transcript.Run(t, "half_open_option", func(x *transcript.T) {
		s := x.Track("server")
		var serve func(allowHalfOpen bool)
		serve = func(allowHalfOpen bool) {
			o := net2.ServerOptions{AllowHalfOpen: allowHalfOpen}
			server := scene.Serve(x, o, func(server *net2.Server, peer *net2.Socket) {
				server.Close()
				s("connection", peer.AllowHalfOpen())
				peer.Resume()
				peer.OnEnd(func() {
					x.Loop.SetImmediate(func() {
						s("after end", peer.WritableEnded())
						peer.End()
					})
				})
				if !allowHalfOpen {
					peer.OnClose(func(bool) { serve(true) })
				}
			})
			scene.Listen(server, func() {
				client := scene.Connect(x, server)
				client.OnConnect(func() { client.End() })
				client.Resume()
			})
		}
		serve(false)
	})
}
