package net2_test

import (
	"io"
	"net"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// background runs the loop on a goroutine of its own until the test is over.
func (r *rig) background() {
	stop := make(chan struct{})
	ended := make(chan struct{})
	r.Work(func() { <-stop }, nil)
	go func() {
		r.Run()
		close(ended)
	}()
	r.Cleanup(func() {
		close(stop)
		<-ended
	})
}

// on runs fn on the loop and waits for it. It allocates nothing itself.
func (r *rig) on(fn func()) (call func()) {
	done := make(chan struct{}, 1)
	posted := func() {
		fn()
		done <- struct{}{}
	}
	return func() {
		r.Post(posted)
		<-done
	}
}

// allocations counts what all goroutines allocate in a call of fn.
func allocations(t *testing.T, fn func()) float64 {
	if raceEnabled || os.Getenv("NODENET_DEBUG") == "1" {
		t.Skip("the race detector and debug mode allocate")
	}
	for range 200 {
		fn()
	}
	return testing.AllocsPerRun(500, fn)
}

func exchange(t testing.TB, peer net.Conn, message []byte) func() {
	answer := make([]byte, len(message))
	return func() {
		_, err := peer.Write(message)
		require.NoError(t, err)
		_, err = io.ReadFull(peer, answer)
		require.NoError(t, err)
	}
}

// A small message that comes, is shown to a listener, and goes back: the chunk
// is allocated, because it is the listener's to keep, and nothing else.
func TestEchoAllocatesTheChunkOnly(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	s.OnData(func(b []byte) { s.WriteBytes(b) })
	defer r.on(func() { s.Destroy() })()
	r.background()
	require.LessOrEqual(t, allocations(t, exchange(t, peer, make([]byte, 64))), 1.0)
}

// Through a pipe nobody keeps a large chunk, so that its buffer is used again.
func TestEchoByPipeAllocatesTheChunkAtMost(t *testing.T) {
	for name, size := range map[string]int{"small": 64, "large": 60_000} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			conn, peer := bareConns(t)
			s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
			s.Pipe(s)
			r.background()
			defer r.on(func() { s.Destroy() })()
			require.LessOrEqual(t, allocations(t, exchange(t, peer, make([]byte, size))), 1.0)
		})
	}
}

func TestOnReadAllocatesNothing(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	var s *net2.Socket
	s = net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn, OnRead: net2.OnRead{
		Buffer: make([]byte, 1024),
		Callback: func(n int, b []byte) bool {
			s.WriteBytes(b[:n])
			return true
		},
	}})
	r.background()
	defer r.on(func() { s.Destroy() })()
	require.Zero(t, allocations(t, exchange(t, peer, make([]byte, 64))))
}

// The same message to many sockets, several times a turn, and the flush.
func TestBroadcastAllocatesNothing(t *testing.T) {
	const sockets, times = 20, 5
	r := newRig(t)
	message := make([]byte, 100)
	text := string(message)
	var list [sockets]*net2.Socket
	var peers [sockets]*net.TCPConn
	for i := range list {
		var conn *net.TCPConn
		conn, peers[i] = bareConns(t)
		list[i] = net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	}
	r.background()
	defer r.on(func() {
		for _, s := range list {
			s.Destroy()
		}
	})()
	send := r.on(func() {
		for range times {
			for _, s := range list {
				s.WriteBytes(message)
				s.Write(text)
			}
		}
	})
	received := make([]byte, 2*times*len(message))
	require.Zero(t, allocations(t, func() {
		send()
		for _, peer := range peers {
			_, err := io.ReadFull(peer, received)
			require.NoError(t, err)
		}
	}))
}

// A write with a callback that was made once, the tick that calls it, and the flush.
func TestWriteWithCallbackAllocatesNothing(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	r.background()
	defer r.on(func() { s.Destroy() })()
	calls := 0
	done := func(error) { calls++ }
	message := make([]byte, 100)
	send := r.on(func() { s.WriteBytes(message, done) })
	received := make([]byte, len(message))
	require.Zero(t, allocations(t, func() {
		send()
		_, err := io.ReadFull(peer, received)
		require.NoError(t, err)
	}))
	require.Positive(t, calls)
}

// A chunk that is larger than the turn buffer goes to the kernel as it is.
func TestLargeWriteAllocatesNothing(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	r.background()
	defer r.on(func() { s.Destroy() })()
	message := make([]byte, 100_000)
	send := r.on(func() { s.WriteBytes(message[:10]); s.WriteBytes(message) })
	received := make([]byte, 10+len(message))
	require.Zero(t, allocations(t, func() {
		send()
		_, err := io.ReadFull(peer, received)
		require.NoError(t, err)
	}))
}

// What a connection costs that is accepted and then idle: the socket, the handle and what the reader needs, a table of
// two events with a listener each, and access to the descriptor.
func TestAnIdleConnectionIsFewObjects(t *testing.T) {
	const sockets = 100
	r := newRig(t)
	var conns []net.Conn
	for range sockets + 1 { // AllocsPerRun calls once more
		conn, _ := bareConns(t)
		conns = append(conns, conn)
	}
	var list []*net2.Socket
	onError, onData := func(error) {}, func([]byte) {}
	n := testing.AllocsPerRun(sockets, func() {
		s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conns[len(list)]})
		s.OnError(onError).OnData(onData)
		list = append(list, s)
	})
	require.LessOrEqual(t, n, 9.0)
	for _, s := range list {
		s.Destroy()
	}
	r.Run()
}
