package net2_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// clients connects n clients and calls ready with the server's sockets, in the
// order of their coming.
func (r *rig) clients(server *net2.Server, n int, ready func(accepted []*net2.Socket)) {
	var accepted []*net2.Socket
	server.OnConnection(func(s *net2.Socket) {
		if accepted = append(accepted, s); len(accepted) == n {
			ready(accepted)
		}
	})
	for range n {
		r.connect(server, net2.SocketOptions{}).Resume()
	}
}

func TestCloseAllConnections(t *testing.T) {
	r := newRig(t)
	server := r.serve(net2.ServerOptions{}, nil)
	var closed []*net2.Socket
	var accepted []*net2.Socket
	r.clients(server, 3, func(sockets []*net2.Socket) {
		accepted = sockets
		for _, s := range sockets {
			s.OnClose(func(hadError bool) {
				require.False(t, hadError)
				closed = append(closed, s)
			})
		}
		sockets[1].Destroy() // leaves the middle of the list
		server.CloseAllConnections()
		require.True(t, server.Listening(), "the server goes on")
		server.GetConnections(func(_ error, n int) { require.Zero(t, n) })
		server.Close()
	})
	r.run()
	require.ElementsMatch(t, accepted, closed)
}

func TestCloseIdleConnections(t *testing.T) {
	r := newRig(t)
	server := r.serve(net2.ServerOptions{}, nil)
	r.clients(server, 3, func(sockets []*net2.Socket) {
		idle, writes, holds := sockets[0], sockets[1], sockets[2]
		for !writes.WritableNeedDrain() {
			writes.Write(make([]byte, 1<<20)) // until the kernel is full
		}
		holds.Pause()
		holds.Push([]byte("not read yet"))
		server.CloseIdleConnections()
		require.True(t, idle.Destroyed())
		require.False(t, writes.Destroyed(), "it still has something to send")
		require.False(t, holds.Destroyed(), "it still has something to read")
		server.CloseAllConnections().Close()
	})
	r.run()
}

func TestDropMaxConnectionIsForParity(t *testing.T) {
	server := net2.NewServer(net2.ServerOptions{Loop: newRig(t).Loop})
	require.False(t, server.DropMaxConnection())
	require.True(t, server.SetDropMaxConnection(true).DropMaxConnection())
}
