package net2_test

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// writeUntilFull sends pattern until the connection takes no more, and returns
// how much it took. It calls each after each write.
func writeUntilFull(peer *net.TCPConn, each func()) (sent int, err error) {
	for {
		each()
		_ = peer.SetWriteDeadline(time.Now().Add(100 * time.Millisecond))
		n, err := peer.Write(chunkAt(0, sent, 256<<10))
		sent += n
		if errors.Is(err, os.ErrDeadlineExceeded) {
			return sent, peer.SetWriteDeadline(time.Time{})
		}
		if err != nil {
			return sent, err
		}
	}
}

// taster checks that what arrives is pattern from its beginning.
type taster struct {
	got   int
	wrong bool
}

func (c *taster) taste(b []byte) {
	for len(b) > 0 {
		n := min(len(b), largest)
		c.wrong = c.wrong || !bytes.Equal(b[:n], chunkAt(0, c.got, n))
		c.got += n
		b = b[n:]
	}
}

// stuck returns a stream that never finishes its first write.
func stuck(s *net2.Socket) *stream.Writable {
	return stream.NewWritable(stream.WritableOptions{
		Loop: s.Loop(), WriteBytes: func(*stream.Writable, []byte, func(error)) {},
	})
}

// A peer that sends as fast as it can fills the read-ahead and the kernel, and
// no more, while the loop does something else or the socket is paused.
func TestFloodStopsAtTheReadAhead(t *testing.T) {
	for name, hold := range map[string]func(s *net2.Socket, full <-chan struct{}){
		"loop blocked":         func(_ *net2.Socket, full <-chan struct{}) { <-full },
		"paused":               func(s *net2.Socket, _ <-chan struct{}) { s.Pause() },
		"paused and corked":    func(s *net2.Socket, _ <-chan struct{}) { s.Cork(); s.Pause() },
		"pipe that is full":    func(s *net2.Socket, _ <-chan struct{}) { s.Pipe(stuck(s)) },
		"readable but no read": func(s *net2.Socket, _ <-chan struct{}) { s.OnReadable(func() {}) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			full := make(chan struct{})
			var socket *net2.Socket
			var c taster
			var sent, most int
			r.serveOne(net2.ServerOptions{}, func(s *net2.Socket) {
				socket = s
				s.OnData(c.taste)
				s.Once("data", func([]byte) { hold(s, full) })
			}, func(peer *net.TCPConn) {
				var err error
				sent, err = writeUntilFull(peer, func() {
					held, chunks := net2.ReadAhead(socket)
					most = max(most, held)
					assert.Less(t, chunks, 20)
				})
				assert.NoError(t, err)
				close(full)
				r.Post(func() {
					require.Less(t, c.got+socket.ReadableLength(), sent, "the flood was read")
					socket.Unpipe()
					socket.RemoveAllListeners("readable")
					r.NextTick(func() { socket.Resume() })
				})
				assert.NoError(t, peer.CloseWrite())
				_, _ = io.Copy(io.Discard, peer)
				_ = peer.Close()
			})
			r.run()
			require.LessOrEqual(t, most, net2.MostReadAhead)
			require.Equal(t, sent, c.got)
			require.False(t, c.wrong, "the bytes")
		})
	}
}

// Pausing and resuming again and again brings no more, either.
func TestFloodStopsAtTheReadAheadOfAnImpatientProgram(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	full := make(chan struct{})
	var s *net2.Socket
	var c taster
	most, sent := 0, 0
	first := true
	s = net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn, OnRead: net2.OnRead{
		Buffer: make([]byte, 64<<10),
		Callback: func(n int, b []byte) bool {
			c.taste(b[:n])
			for ; first; runtime.Gosched() {
				s.Pause().Resume()
				held, _ := net2.ReadAhead(s)
				most = max(most, held)
				select {
				case <-full:
					first = false
				default:
				}
			}
			return true
		},
	}})
	r.Work(func() {
		var err error
		sent, err = writeUntilFull(peer, func() {})
		assert.NoError(t, err)
		close(full)
		assert.NoError(t, peer.CloseWrite())
		_, _ = io.Copy(io.Discard, peer)
	}, nil)
	r.run()
	require.LessOrEqual(t, most, net2.MostReadAhead)
	require.Equal(t, sent, c.got)
	require.False(t, c.wrong, "the bytes")
}

// A byte a packet while the loop is blocked is one chunk when it comes back to
// it, as one read of Node's would have been.
func TestBytesSentOneByOneAreJoinedWhileTheLoopIsBlocked(t *testing.T) {
	const size = 5000
	r := newRig(t)
	sent := make(chan struct{})
	var c taster
	chunks := 0
	r.serveOne(net2.ServerOptions{}, func(s *net2.Socket) {
		s.OnData(c.taste)
		s.OnData(func([]byte) { chunks++ })
		s.Once("data", func([]byte) { <-sent })
		s.OnEnd(func() {})
	}, func(peer *net.TCPConn) {
		for i := range size {
			_, err := peer.Write(chunkAt(0, i, 1))
			assert.NoError(t, err)
		}
		close(sent)
		_ = peer.CloseWrite()
		_, _ = io.Copy(io.Discard, peer)
		_ = peer.Close()
	})
	r.run()
	require.Equal(t, size, c.got)
	require.False(t, c.wrong, "the bytes")
	require.Less(t, chunks, 20)
}

// A peer that takes a byte at a time gets them all.
func TestPeerThatReadsOneByOne(t *testing.T) {
	const size = 30_000
	r := newRig(t)
	var c taster
	finished := false
	r.serveOne(net2.ServerOptions{}, func(s *net2.Socket) {
		for at := 0; at < size; at += 100 {
			s.Write(chunkAt(0, at, 100))
		}
		s.End(func() { finished = true }).Resume()
	}, func(peer *net.TCPConn) {
		var b [1]byte
		for {
			if _, err := peer.Read(b[:]); err != nil {
				assert.ErrorIs(t, err, io.EOF)
				break
			}
			c.taste(b[:])
		}
		_ = peer.Close()
	})
	r.run()
	require.True(t, finished)
	require.Equal(t, size, c.got)
	require.False(t, c.wrong, "the bytes")
}

// Clients that come while the loop is blocked wait, a few with us and the rest
// in the kernel, and are all served.
func TestClientsThatComeWhileTheLoopIsBlocked(t *testing.T) {
	const clients = 500
	r := newRig(t)
	dialled := make(chan struct{})
	server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) { s.End("welcome").Resume() })
	host, files := hostOf(server), descriptors(t)
	r.SetImmediate(func() {
		r.Work(func() {
			var conns [clients]*net.TCPConn
			for i := range conns {
				conns[i] = dial(t, host)
			}
			close(dialled)
			for _, conn := range conns {
				assert.Equal(t, "welcome", readAll(t, conn))
				_ = conn.Close()
			}
		}, func() { server.Close() })
		<-dialled
		if files > 0 {
			require.Less(t, descriptors(t), files+clients+140, "descriptors: 128 clients may be accepted ahead")
		}
	})
	r.run()
}
