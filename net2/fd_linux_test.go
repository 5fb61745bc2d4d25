package net2_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/nodenet/go/net2"
)

// A write that waits in the kernel would stop the loop.
func TestADescriptorMadeBlockingHoldsNobodyUp(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	raw, err := conn.SyscallConn()
	require.NoError(t, err)
	require.NoError(t, raw.Control(func(fd uintptr) { require.NoError(t, unix.SetNonblock(int(fd), false)) }))

	large := bytes.Repeat([]byte("more than the kernel holds "), 1<<20)
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	read, written := 0, false
	socket.OnData(func(b []byte) {
		if read += len(b); read == 5 {
			socket.Write(large, func(error) { written = true })
			require.False(t, written, "the kernel is full")
			r.Work(func() {
				_, _ = peer.Read(make([]byte, 1))
				_ = peer.SetLinger(0)
				_ = peer.Close()
			}, nil)
		}
	})
	socket.OnError(func(error) {})
	r.SetTimeout(1, func() {
		_, err := peer.Write([]byte("hello"))
		require.NoError(t, err)
	})
	r.run()
	require.Equal(t, 5, read)
}
