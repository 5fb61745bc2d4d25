package net2_test

import (
	"net"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// endings counts how a connection was ended.
type endings struct {
	*net.TCPConn
	fins, closes int
}

func (e *endings) CloseWrite() error { e.fins++; return e.TCPConn.CloseWrite() }
func (e *endings) Close() error      { e.closes++; return e.TCPConn.Close() }

// endingsOf counts for a socket whose peer is returned too.
func (r *rig) endingsOf(o net2.SocketOptions) (s *net2.Socket, e *endings, peer *net.TCPConn) {
	conn, peer := bareConns(r)
	e = &endings{TCPConn: conn}
	o.Loop, o.Conn = r.Loop, e
	return net2.NewSocket(o), e, peer
}

// The usual end of a short connection: the close says it all.
func TestNoFINBeforeAClose(t *testing.T) {
	r := newRig(t)
	s, e, peer := r.endingsOf(net2.SocketOptions{})
	var events []string
	for _, event := range []string{"end", "finish", "close"} {
		s.On(event, func() { events = append(events, event) })
	}
	s.Resume()
	require.NoError(t, peer.CloseWrite())
	r.run()
	require.Equal(t, []string{"end", "finish", "close"}, events)
	require.Equal(t, 0, e.fins)
	require.Equal(t, 1, e.closes)
	require.Empty(t, readAll(t, peer))
}

func TestFINOfASocketThatGoesOnReading(t *testing.T) {
	r := newRig(t)
	s, e, peer := r.endingsOf(net2.SocketOptions{AllowHalfOpen: true})
	received := ""
	s.OnData(func(b []byte) { received += string(b) })
	s.End("that is all")
	answered := make(chan error, 1)
	go func() { // hears the end while the socket is still open
		_ = readAll(t, peer)
		_, err := peer.Write([]byte("well"))
		answered <- err
		_ = peer.CloseWrite()
	}()
	r.run()
	require.NoError(t, <-answered)
	require.Equal(t, "well", received)
	require.Equal(t, 1, e.fins)
	require.Equal(t, 1, e.closes)
}

// Who takes the connection over in the `finish` listener still has an ended one.
func TestFINOfADetachedConnection(t *testing.T) {
	r := newRig(t)
	s, e, peer := r.endingsOf(net2.SocketOptions{AllowHalfOpen: true})
	var conn net.Conn
	s.OnFinish(func() { conn = s.Conn() })
	s.End("that is all")
	r.run()
	require.NotNil(t, conn)
	require.Equal(t, 1, e.fins)
	require.Equal(t, "that is all", readAll(t, peer))
	require.NoError(t, conn.Close())
}
