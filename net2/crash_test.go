package net2_test

import (
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// What was written before an uncaught panic is sent, as in Node, though the
// turn of the loop never ends. So is what was written before Stop.
func TestWritesBeforeTheLoopIsLeftAreSent(t *testing.T) {
	leave := map[string]func(r *rig){
		"panic": func(*rig) { panic("oops") },
		"stop":  func(r *rig) { r.Stop() },
	}
	for how, leave := range leave {
		t.Run(how, func(t *testing.T) {
			r := newRig(t)
			ln, err := net.Listen("tcp", "127.0.0.1:0")
			require.NoError(t, err)
			defer ln.Close()
			socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop})
			socket.Connect(ln.Addr().(*net.TCPAddr).Port, "127.0.0.1", func() {
				r.SetTimeout(time.Millisecond, func() {
					socket.Write("bye")
					leave(r)
				})
			})
			func() {
				defer func() { _ = recover() }()
				r.run()
			}()

			peer, err := ln.Accept()
			require.NoError(t, err)
			defer peer.Close()
			require.NoError(t, peer.SetReadDeadline(time.Now().Add(patience)))
			b := make([]byte, 8)
			n, err := peer.Read(b)
			require.NoError(t, err)
			assert.Equal(t, "bye", string(b[:n]))
			socket.Destroy()
			r.run()
		})
	}
}
