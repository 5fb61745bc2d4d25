package net2_test

import (
	"bytes"
	"io"
	"net"
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// The peers of these tests are plain connections that do what no honest
// program does.

// hostOf is where the server listens; the goroutines of peers must not ask the server.
func hostOf(server *net2.Server) string { return "127.0.0.1:" + portOf(server) }

// dial returns a connection that no loop knows of.
func dial(t testing.TB, host string) *net.TCPConn {
	conn, err := net.Dial("tcp", host)
	require.NoError(t, err)
	return conn.(*net.TCPConn)
}

// hangUp closes a connection with RST.
func hangUp(conn *net.TCPConn) {
	_ = conn.SetLinger(0)
	_ = conn.Close()
}

// serveOne listens for one peer, which attacks from a goroutine of its own
// while the loop runs, from when ours has seen it.
func (r *rig) serveOne(o net2.ServerOptions, ours func(s *net2.Socket), attack func(peer *net.TCPConn)) {
	server := r.serve(o, nil)
	seen := make(chan struct{})
	server.OnConnection(func(s *net2.Socket) {
		server.Close()
		r.Post(func() { close(seen) })
		ours(s)
	})
	host := hostOf(server)
	r.Work(func() {
		peer := dial(r, host)
		<-seen
		attack(peer)
	}, nil)
}

// ending notes how a socket ended.
type ending struct {
	errors []string
	closes []bool
}

func watch(s *net2.Socket) *ending {
	e := &ending{}
	s.OnError(func(err error) { e.errors = append(e.errors, net2.Code(err)) })
	s.OnClose(func(hadError bool) { e.closes = append(e.closes, hadError) })
	return e
}

func TestPeerResetsInTheMiddle(t *testing.T) {
	big := make([]byte, 64<<20)
	for name, c := range map[string]struct {
		ours  func(s *net2.Socket, reset func()) // reset has the peer hang up
		codes []string                           // one of which is the error
	}{
		"of reading": {func(s *net2.Socket, reset func()) { s.Resume(); reset() }, []string{"ECONNRESET"}},
		"of nothing": {func(s *net2.Socket, reset func()) { s.OnReadable(func() { s.Read() }); reset() }, []string{"ECONNRESET"}},
		"of a write": {func(s *net2.Socket, reset func()) { s.Write(big); reset() }, []string{"ECONNRESET", "EPIPE"}},
		"of a write and a read": {func(s *net2.Socket, reset func()) { s.Resume().Write(big); reset() },
			[]string{"ECONNRESET", "EPIPE"}},
		"of the end":           {func(s *net2.Socket, reset func()) { s.Resume().End("bye", reset) }, []string{"ECONNRESET"}},
		"of an end that waits": {func(s *net2.Socket, reset func()) { s.Resume().End(big); reset() }, []string{"ECONNRESET", "EPIPE"}},
		"of a pipe":            {func(s *net2.Socket, reset func()) { s.Pipe(s); reset() }, []string{"ECONNRESET"}},
		"of a cork": {func(s *net2.Socket, reset func()) {
			s.Cork()
			s.Write("x")
			s.Resume()
			reset()
		}, []string{"ECONNRESET"}},
		"of idleness, a write tells": {func(s *net2.Socket, reset func()) {
			reset()
			again := func() {}
			again = func() {
				if s.Write("anyone there?"); !s.Destroyed() {
					s.Loop().SetImmediate(again)
				}
			}
			again()
		}, []string{"ECONNRESET", "EPIPE"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			var e *ending
			callbacks := 0
			now := make(chan struct{})
			r.serveOne(net2.ServerOptions{AllowHalfOpen: true, PauseOnConnect: true}, func(s *net2.Socket) {
				e = watch(s)
				s.Write("hello", func(error) { callbacks++ })
				c.ours(s, func() { close(now) })
			}, func(peer *net.TCPConn) {
				<-now
				hangUp(peer)
			})
			r.run()
			require.Len(t, e.errors, 1)
			require.Contains(t, c.codes, e.errors[0])
			require.Equal(t, []bool{true}, e.closes)
			require.Equal(t, 1, callbacks, "write callbacks")
		})
	}
}

func TestPeersThatEndAtOnce(t *testing.T) {
	const peers = 300
	r := newRig(t)
	var ended []*ending
	ends := 0
	server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
		ended = append(ended, watch(s))
		s.OnEnd(func() { ends++ }).Resume()
	})
	host := hostOf(server)
	r.Work(func() {
		for range peers {
			_ = dial(t, host).Close()
		}
	}, func() { r.serviceOf(server) })
	r.run()
	require.Len(t, ended, peers+1)
	require.Equal(t, peers+1, ends)
	for _, e := range ended {
		require.Equal(t, &ending{closes: []bool{false}}, e)
	}
}

// serviceOf has one good client come, and closes the server when it is gone.
func (r *rig) serviceOf(server *net2.Server) {
	client := r.connect(server, net2.SocketOptions{})
	client.OnClose(func(hadError bool) {
		require.False(r, hadError)
		server.Close()
	})
	client.Resume().End("hello")
}

// Some of them are gone before they are accepted.
func TestPeersThatVanishByTheHundred(t *testing.T) {
	r := newRig(t)
	opened, closed := 0, 0
	server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
		opened++
		s.OnError(func(err error) { require.Equal(t, "ECONNRESET", net2.Code(err)) })
		s.OnClose(func(bool) { closed++ }).Resume()
	})
	server.OnError(func(err error) { require.NoError(t, err) })
	host := hostOf(server)
	r.Work(func() {
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				for range 40 {
					hangUp(dial(t, host))
				}
			})
		}
		all.Wait()
	}, func() { r.serviceOf(server) })
	r.run()
	require.Equal(t, opened, closed)
	require.Positive(t, opened)
}

// What waits for a peer that does not read is the program's own bytes, not
// copies of them, and the socket tells how many they are.
func TestPeerThatDoesNotRead(t *testing.T) {
	const chunks, size = 200, 1 << 20
	r := newRig(t)
	chunk := bytes.Repeat([]byte("0123456789abcdef"), size/16)
	read := make(chan struct{})
	drains, done, taken := 0, 0, 0
	r.serveOne(net2.ServerOptions{AllowHalfOpen: true}, func(s *net2.Socket) {
		s.OnDrain(func() {
			drains++
			require.Zero(t, s.WritableLength())
			s.End()
		})
		before := allocated()
		for i := range chunks {
			if s.Write(chunk, func(err error) { require.NoError(t, err); done++ }) {
				require.Zero(t, s.WritableLength(), "after %d chunks that the kernel took", i+1)
				taken = i + 1
				continue
			}
			require.Equal(t, (i+1-taken)*size, s.WritableLength(), "after %d chunks", i+1)
		}
		require.Less(t, allocated()-before, uint64(4<<20), "bytes allocated for what waits")
		require.Equal(t, chunks*size, int(s.BytesWritten()))
		require.True(t, s.WritableNeedDrain())
		r.SetImmediate(func() { close(read) })
	}, func(peer *net.TCPConn) {
		<-read
		n, err := io.Copy(io.Discard, peer)
		assert.NoError(t, err)
		assert.EqualValues(t, chunks*size, n)
		_ = peer.Close()
	})
	r.run()
	require.Equal(t, 1, drains)
	require.Equal(t, chunks, done)
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
