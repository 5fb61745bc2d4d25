package net2_test

import (
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

func TestConnHasAllThatTheStreamHolds(t *testing.T) {
	holds := map[string]func(s *net2.Socket){
		"several chunks, about to flow": func(s *net2.Socket) {
			s.PushBytes([]byte("h"))
			s.PushBytes([]byte("\xc3"))
			s.Resume()
		},
		"half a character": func(s *net2.Socket) { s.SetEncoding("utf8").PushBytes([]byte("h\xc3")) },
	}
	for name, hold := range holds {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			here, there := bareConns(t)
			socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: here, PauseOnCreate: true})
			hold(socket)
			conn := socket.Conn()
			require.NotNil(t, conn)
			_, err := there.Write([]byte("\xa9"))
			require.NoError(t, err)
			require.NoError(t, there.CloseWrite())
			got, err := io.ReadAll(conn)
			require.NoError(t, err)
			assert.Equal(t, "hé", string(got))
			require.NoError(t, conn.Close())
			r.run()
		})
	}
}

func TestWhatIsWrittenWhileTheConnIsTakenLeaves(t *testing.T) {
	r := newRig(t)
	here, there := bareConns(t)
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: here})
	socket.OnData(func([]byte) {}).OnData(func([]byte) {}) // of a single one nobody hears, as in Node
	socket.On("removeListener", func() { socket.Write("a last word") })
	conn := socket.Conn()
	require.NotNil(t, conn)
	r.run()
	require.NoError(t, conn.Close())
	assert.Equal(t, "a last word", readAll(t, there))
}

// Bytes that wait in the turn buffer count as written: no `drain` tells of them.
func TestConnAfterAFullKernel(t *testing.T) {
	r := newRig(t)
	here, there := net.Pipe()
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: here})
	var conn net.Conn
	r.inTurns(func() { socket.Write("words") }, func() {
		assert.Zero(t, socket.WritableLength())
		assert.Nil(t, socket.Conn())
		socket.Write("", func(error) { conn = socket.Conn() })
		go func() { _, _ = io.ReadFull(there, make([]byte, len("words"))) }()
	})
	r.run()
	require.NotNil(t, conn)
	require.NoError(t, conn.Close())
	require.NoError(t, there.Close())
}

// peekedConn has read ahead, as what sniffs protocols does.
type peekedConn struct {
	*net.TCPConn
	all io.Reader
}

func (c peekedConn) Read(b []byte) (int, error) { return c.all.Read(b) }

func TestAConnectionThatWrapsAnotherIsReadThroughItsOwnMethods(t *testing.T) {
	r := newRig(t)
	here, there := bareConns(t)
	_, err := there.Write([]byte("hello"))
	require.NoError(t, err)
	require.NoError(t, there.CloseWrite())
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop,
		Conn: peekedConn{here, io.MultiReader(strings.NewReader("peeked "), here)}})
	var got string
	socket.OnData(func(b []byte) { got += string(b) })
	r.run()
	assert.Equal(t, "peeked hello", got)
}

// timelessConn has no deadlines.
type timelessConn struct{ net.Conn }

func (timelessConn) SetReadDeadline(time.Time) error { return errors.ErrUnsupported }

func TestAConnectionWithoutDeadlinesStaysWithItsSocket(t *testing.T) {
	r := newRig(t)
	here, there := net.Pipe()
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: timelessConn{here}})
	socket.Resume()
	r.SetTimeout(time.Millisecond, func() {
		assert.Nil(t, socket.Conn())
		assert.False(t, socket.Destroyed())
		_ = there.Close()
	})
	r.run()
	assert.True(t, socket.Closed())
}
