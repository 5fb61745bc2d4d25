package net2_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

func TestExtendWrapsTheHooks(t *testing.T) {
	l := loop.New()
	var got []string
	server := net2.NewServer(net2.ServerOptions{Loop: l})
	server.OnConnection(func(s *net2.Socket) {
		s.OnData(func(b []byte) { got = append(got, "server "+string(b)) }).OnEnd(func() { server.Close() })
	})
	server.ListenHost(0, "127.0.0.1", func() {
		client := net2.NewSocket(net2.SocketOptions{Loop: l, Extend: func(hooks *stream.DuplexOptions) {
			write, final := hooks.WriteBytes, hooks.Final
			hooks.WriteBytes = func(d *stream.Duplex, b []byte, cb func(error)) {
				got = append(got, "write "+string(b))
				write(d, append([]byte("> "), b...), cb)
			}
			hooks.Final = func(d *stream.Duplex, cb func(error)) {
				got = append(got, "final")
				final(d, cb)
			}
		}})
		client.Connect(server.Address().Port, "127.0.0.1", func() { client.End("hi") })
	})
	l.Run()
	assert.Equal(t, []string{"write hi", "final", "server > hi"}, got)
}
