package net2_test

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// What a full kernel refused waits for the peer, while other connections
// gather on the same page.
func TestWhatAFullKernelRefusedIsNotWrittenOver(t *testing.T) {
	r := newRig(t)
	conn, slow := bareConns(t)
	otherConn, quick := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	other := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: otherConn})
	go func() { _, _ = io.Copy(io.Discard, quick) }()

	var want bytes.Buffer
	write := func(to *net2.Socket, with byte) []byte {
		chunk := bytes.Repeat([]byte{with}, 4000)
		to.Write(chunk)
		return chunk
	}
	got := make(chan []byte, 1)
	turn := 0
	r.every(func() bool {
		for range 16 {
			turn++
			want.Write(write(s, byte(turn)))
		}
		return s.WritableLength() > 0
	})
	r.every(func() bool {
		if s.WritableLength() == 0 {
			return false
		}
		for range 32 {
			write(other, 'x')
		}
		go func() {
			all, _ := io.ReadAll(slow)
			got <- all
		}()
		s.End()
		other.End()
		return true
	})
	s.OnFinish(func() { s.Destroy() })
	other.OnFinish(func() { other.Destroy() })
	r.run()
	require.True(t, bytes.Equal(want.Bytes(), <-got), "every byte as it was when it was written")
}

// More chunks than a few writevs take, to a peer that says nothing: nothing but
// the writer itself finds out that the kernel has room for the rest.
func TestThousandsOfCorkedChunks(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	got := make(chan string, 1)
	go func() { got <- readAll(t, peer) }()
	var want strings.Builder
	done := 0
	r.inTurns(func() {
		s.Cork()
		for i := range 5000 {
			text := fmt.Sprint("chunk ", i, " ")
			want.WriteString(text)
			s.Write(text, func(err error) {
				require.NoError(t, err)
				done++
			})
		}
		s.Uncork()
		s.End(func() { s.Destroy() })
	})
	r.run()
	require.Equal(t, 5000, done, "callbacks")
	require.Equal(t, want.String(), <-got)
}

// What one writev does not take is tried once more at once, as in Node, and
// so leaves before a destroy.
func TestCorkedChunksLeaveBeforeDestroy(t *testing.T) {
	for _, chunks := range []int{1000, 1500, 2048} {
		r := newRig(t)
		s, _, peer := r.counted(net2.SocketOptions{})
		done := 0
		r.inTurns(func() {
			s.Cork()
			for range chunks {
				s.Write("abcdefghij0123456789", func(error) { done++ })
			}
			s.Uncork()
			if chunks > 1024 {
				require.Equal(t, 20*chunks, s.WritableLength())
			}
			require.True(t, s.WritableNeedDrain())
			s.Destroy()
		})
		r.run()
		require.Equal(t, chunks, done, "callbacks")
		require.Len(t, readAll(t, peer), 20*chunks, "of %d chunks", chunks)
	}
}

// The end that is read while a write waits, of a connection that is reset by
// now, comes after the write, also when that was done without the goroutine,
// and when its callback panics.
func TestEndThatWaitedForAWriteComes(t *testing.T) {
	for _, callback := range []func(error){nil, func(error) { panic("taken") }} {
		r := newRig(t)
		r.OnUncaught(func(v any) { require.Equal(t, "taken", v) })
		s, _, peer := r.counted(net2.SocketOptions{})
		ended, closed := false, false
		s.OnEnd(func() { ended = true }).OnClose(func(bool) { closed = true }).Resume()
		r.inTurns(func() {}, func() {
			r.Post(func() {
				s.Cork()
				for range 1500 { // more than one writev takes
					s.Write("abcdefghij0123456789", callback)
				}
				s.Uncork()
				require.NoError(t, peer.SetLinger(0))
				require.NoError(t, peer.Close())
			})
			require.NoError(t, peer.CloseWrite())
			for chunks := 0; chunks == 0; _, chunks = net2.ReadAhead(s) {
				runtime.Gosched()
			}
		})
		r.run()
		require.True(t, ended)
		require.True(t, closed)
	}
}
