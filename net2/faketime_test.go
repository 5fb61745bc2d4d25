package net2_test

import (
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// pipe returns a socket over one end of a net.Pipe, and the other end. In a
// bubble of synctest its time is fake, and nothing waits in earnest.
func pipe(l *loop.Loop, o net2.SocketOptions) (*net2.Socket, net.Conn) {
	near, far := net.Pipe()
	o.Loop, o.Conn = l, near
	return net2.NewSocket(o), far
}

func TestTimeoutInFakeTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		socket, far := pipe(l, net2.SocketOptions{})
		begin := time.Now()
		var fired []time.Duration
		socket.SetTimeout(10*time.Minute, func() {
			fired = append(fired, time.Since(begin))
			socket.Destroy()
		})
		var got string
		socket.OnData(func(b []byte) { got += string(b) })
		go func() {
			for range 3 {
				time.Sleep(9 * time.Minute)
				_, _ = far.Write([]byte("."))
			}
		}()
		l.Run()
		require.Equal(t, "...", got)
		require.Equal(t, []time.Duration{37 * time.Minute}, fired, "each byte starts the ten minutes anew")
		_, err := far.Read(make([]byte, 1))
		require.ErrorIs(t, err, io.EOF, "destroy closes the connection")
	})
}

func TestWriteThatStallsInFakeTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		socket, far := pipe(l, net2.SocketOptions{})
		begin := time.Now()
		var timeouts, drains []time.Duration
		socket.SetTimeout(time.Hour).OnTimeout(func() { timeouts = append(timeouts, time.Since(begin)) })
		socket.OnDrain(func() {
			drains = append(drains, time.Since(begin))
			socket.Destroy()
		})
		require.False(t, socket.Write(make([]byte, 64<<10)), "nobody reads")
		require.Equal(t, 64<<10, socket.WritableLength())
		go func() {
			time.Sleep(90 * time.Minute)
			_, _ = io.ReadFull(far, make([]byte, 64<<10))
		}()
		l.Run()
		require.Equal(t, []time.Duration{time.Hour}, timeouts)
		require.Equal(t, []time.Duration{90 * time.Minute}, drains)
	})
}

// A write that moves is no silence, whether the kernel was full before it or not.
func TestWriteThatMovesBehindAFullKernel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		socket, far := pipe(l, net2.SocketOptions{})
		timeouts := 0
		socket.SetTimeout(time.Hour).OnTimeout(func() { timeouts++ })
		const chunks, size = 5, 20_000
		socket.Write("x") // from the turn, which nobody reads
		l.SetTimeout(time.Minute, func() {
			socket.Cork()
			for range chunks {
				socket.Write(make([]byte, size))
			}
			socket.Uncork()
			socket.OnDrain(func() { socket.Destroy() })
		})
		go func() {
			time.Sleep(2 * time.Minute)
			_, _ = io.ReadFull(far, make([]byte, 1))
			for range chunks {
				time.Sleep(40 * time.Minute)
				_, _ = io.ReadFull(far, make([]byte, size))
			}
		}()
		l.Run()
		require.Zero(t, timeouts)
	})
}

// Two sockets over one net.Pipe: what one writes the other emits, and the end
// comes with destroy, for a net.Pipe cannot be closed by half.
func TestTwoSocketsOverAPipe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		near, far := net.Pipe()
		a := net2.NewSocket(net2.SocketOptions{Loop: l, Conn: near})
		b := net2.NewSocket(net2.SocketOptions{Loop: l, Conn: far})
		require.Equal(t, "open", a.ReadyState())
		require.False(t, a.Pending())
		require.Empty(t, a.RemoteAddress(), "a pipe has no address")
		b.Pipe(b)
		var got string
		a.OnData(func(chunk []byte) {
			if got += string(chunk); got == "one two" {
				a.Destroy()
			}
		})
		var closed []string
		a.OnClose(func(bool) { closed = append(closed, "a") })
		b.OnEnd(func() { closed = append(closed, "b's end") })
		b.OnClose(func(bool) { closed = append(closed, "b") })
		a.Write("one ")
		l.SetTimeout(time.Hour, func() { a.Write("two") })
		l.Run()
		require.Equal(t, "one two", got)
		require.Equal(t, []string{"a", "b's end", "b"}, closed)
		require.EqualValues(t, 7, a.BytesWritten())
		require.EqualValues(t, 7, b.BytesRead())
	})
}
