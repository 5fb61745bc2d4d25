package net2_test

import (
	"io"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/handles"
	"github.com/nodenet/go/net2/loop"
)

// connectedPair runs f with both ends of a connection, and the loop to its end.
func connectedPair(f func(l *loop.Loop, client, peer *net2.Socket)) {
	l := loop.New()
	var client *net2.Socket
	server := net2.NewServer(net2.ServerOptions{Loop: l})
	server.OnConnection(func(peer *net2.Socket) {
		server.Close()
		f(l, client, peer)
	})
	server.ListenHost(0, "127.0.0.1", func() {
		client = net2.ConnectWith(net2.ConnectOptions{SocketOptions: net2.SocketOptions{Loop: l}, Port: server.Address().Port, Host: "127.0.0.1"})
	})
	l.Run()
}

func TestASocketClosedBeneathLearnsOfItByWriting(t *testing.T) {
	var got []any
	connectedPair(func(l *loop.Loop, client, peer *net2.Socket) {
		client.OnData(func(b []byte) { got = append(got, string(b)) }).OnEnd(func() { got = append(got, "end") })
		h := handles.Of(peer)
		require.Equal(t, h, handles.Of(peer))
		assert.Positive(t, h.FD())
		assert.True(t, h.HasRef() && h.Reading() && !h.Closed())
		peer.Write("last words")
		h.Close()
		h.Close()
		assert.False(t, h.HasRef())
		assert.True(t, h.Closed())
		peer.OnError(func(err error) { got = append(got, err.Error(), err) }).OnClose(func(hadError bool) { got = append(got, hadError) })
		client.OnClose(func(bool) { peer.Write("too late") })
	})
	require.Len(t, got, 5)
	assert.Equal(t, []any{"last words", "end", "write EBADF", true}, append(got[:3:3], got[4]))
	assert.ErrorIs(t, got[3].(error), syscall.EBADF)
}

func TestAForgottenConnectionCanBeAdopted(t *testing.T) {
	var got []any
	connectedPair(func(l *loop.Loop, client, peer *net2.Socket) {
		conn := handles.Of(peer).Forget()
		require.NotNil(t, conn)
		assert.Nil(t, handles.Of(peer))
		assert.True(t, peer.Pending() && !peer.Destroyed())
		peer.OnError(func(err error) { got = append(got, net2.Code(err)) })
		peer.Write("nowhere to go")

		other := net2.NewSocket(net2.SocketOptions{Loop: l, Conn: conn})
		other.OnData(func(b []byte) { got = append(got, string(b)); other.End("answer") })
		client.OnData(func(b []byte) { got = append(got, string(b)) })
		client.Write("question")
	})
	assert.Equal(t, []any{"ERR_SOCKET_CLOSED", "question", "answer"}, got)
}

func TestAServerClosedBeneathStillEmitsClose(t *testing.T) {
	l := loop.New()
	closed := 0
	server := net2.NewServer(net2.ServerOptions{Loop: l})
	server.OnClose(func() { closed++ })
	server.ListenHost(0, "127.0.0.1", func() {
		h := handles.Of(server)
		assert.Positive(t, h.FD())
		assert.True(t, h.HasRef())
		h.Close()
		h.Close()
		assert.True(t, server.Listening() && h.Closed())
		l.SetTimeout(0, func() {
			assert.Zero(t, closed)
			server.Close()
			assert.Nil(t, handles.Of(server))
		})
	})
	l.Run()
	assert.Equal(t, 1, closed)

	server.ListenHost(0, "127.0.0.1", func() {
		assert.Nil(t, handles.Of(server).Forget())
		assert.False(t, server.Listening())
	})
	l.Run()
	assert.Equal(t, 1, closed, "who is made to forget emits nothing")
}

func TestWhatConnectsIsNotForgotten(t *testing.T) {
	l := loop.New()
	s := net2.NewSocket(net2.SocketOptions{Loop: l})
	assert.Nil(t, handles.Of(s))
	s.Connect(1, "127.0.0.1").OnError(func(error) {})
	h := handles.Of(s)
	assert.Equal(t, -1, h.FD())
	assert.Nil(t, h.Forget())
	h.Close()
	assert.Equal(t, h, handles.Of(s))
	l.Run()
}

func TestBytesCanBeDelivered(t *testing.T) {
	var got []any
	connectedPair(func(l *loop.Loop, client, peer *net2.Socket) {
		peer.OnData(func(b []byte) { got = append(got, string(b), peer.BytesRead()) }).OnEnd(func() { got = append(got, "end") })
		l.SetImmediate(func() {
			h := handles.Of(peer)
			h.Deliver([]byte("here"), nil)
			got = append(got, "delivered")
			h.Deliver(nil, io.EOF)
		})
	})
	assert.Equal(t, []any{"here", int64(4), "delivered", "end"}, got)
}
