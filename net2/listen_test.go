package net2_test

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// answer has the server greet one client and close; got is what the client read.
func (r *rig) answer(server *net2.Server, got *string) {
	server.OnConnection(func(s *net2.Socket) {
		server.Close()
		s.End("hello")
	})
	server.OnListening(func() {
		r.connect(server, net2.SocketOptions{}).OnData(func(b []byte) { *got += string(b) })
	})
}

func TestListenOn(t *testing.T) {
	r := newRig(t)
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	server := net2.NewServer(net2.ServerOptions{Loop: r.Loop}).ListenOn(ln)
	require.True(t, server.Listening())
	require.Equal(t, ln.Addr().String(), server.Address().String())
	var got string
	r.answer(server, &got)
	r.run()
	require.Equal(t, "hello", got)
	require.Nil(t, server.Address())
	_, err = ln.Accept()
	require.ErrorIs(t, err, net.ErrClosed, "the server has closed it")
}

func TestListenOnAnyListener(t *testing.T) {
	r := newRig(t)
	near, far := net.Pipe()
	ln := &oneConn{conn: make(chan net.Conn, 1), closed: make(chan struct{})}
	ln.conn <- near
	server := net2.NewServer(net2.ServerOptions{Loop: r.Loop})
	server.OnConnection(func(s *net2.Socket) {
		server.Close()
		s.OnData(func(b []byte) { require.Equal(t, "hello", string(b)); s.Destroy() })
	})
	server.ListenWith(net2.ListenOptions{Listener: ln, Backlog: 5})
	wrote := make(chan error, 1)
	go func() {
		_, err := far.Write([]byte("hello"))
		wrote <- err
	}()
	r.run()
	require.NoError(t, <-wrote)
}

// oneConn is a listener that is no socket.
type oneConn struct {
	conn   chan net.Conn
	closed chan struct{}
}

func (l *oneConn) Accept() (net.Conn, error) {
	select {
	case c := <-l.conn:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *oneConn) Close() error { close(l.closed); return nil }

func (l *oneConn) Addr() net.Addr { return &net.UnixAddr{Name: "nowhere", Net: "mem"} }

func TestListenFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Go cannot take a listener out of its descriptor on Windows")
	}
	r := newRig(t)
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	file, err := ln.(*net.TCPListener).File()
	require.NoError(t, err)
	require.NoError(t, ln.Close())
	server := net2.NewServer(net2.ServerOptions{Loop: r.Loop}).ListenFile(file)
	require.Equal(t, ln.Addr().String(), server.Address().String())
	var got string
	r.answer(server, &got)
	r.run()
	require.Equal(t, "hello", got)
	require.ErrorIs(t, file.Close(), os.ErrClosed, "the server owns the file")
}

func TestSocketOverAFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Go cannot take a connection out of its descriptor on Windows")
	}
	r := newRig(t)
	server := r.serve(net2.ServerOptions{}, nil)
	server.OnConnection(func(s *net2.Socket) {
		server.Close()
		s.Pipe(s)
	})
	conn, err := net.Dial("tcp", "127.0.0.1:"+portOf(server))
	require.NoError(t, err)
	file, err := conn.(*net.TCPConn).File()
	require.NoError(t, err)
	require.NoError(t, conn.Close())
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, File: file})
	require.Equal(t, server.Address().Port, socket.RemotePort())
	var got string
	socket.OnData(func(b []byte) { got += string(b) })
	socket.End("over a file")
	r.run()
	require.Equal(t, "over a file", got)
}

func TestSocketOverAFileThatIsNone(t *testing.T) {
	file, err := os.Open("listen.go")
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	e := thrown(t, func() { net2.NewSocket(net2.SocketOptions{Loop: newRig(t).Loop, File: file}) })
	require.Equal(t, "TypeError [ERR_INVALID_FD_TYPE]: Unsupported fd type: FILE", e.Error())
}

func TestReusePort(t *testing.T) {
	r := newRig(t)
	first := net2.NewServer(net2.ServerOptions{Loop: r.Loop})
	if runtime.GOOS != "linux" {
		var got error
		first.OnError(func(err error) { got = err })
		first.ListenWith(net2.ListenOptions{Host: "127.0.0.1", ReusePort: true})
		r.run()
		require.Equal(t, "ENOTSUP", net2.Code(got))
		return
	}
	second := net2.NewServer(net2.ServerOptions{Loop: r.Loop})
	third := net2.NewServer(net2.ServerOptions{Loop: r.Loop})
	listened := 0
	first.ListenWith(net2.ListenOptions{Host: "127.0.0.1", ReusePort: true}, func() {
		o := net2.ListenOptions{Host: "127.0.0.1", Port: first.Address().Port, ReusePort: true, Exclusive: true}
		second.ListenWith(o, func() {
			listened++
			third.OnError(func(err error) {
				require.ErrorIs(t, err, syscall.EADDRINUSE)
				first.Close()
				second.Close()
			})
			third.ListenHost(first.Address().Port, "127.0.0.1")
		})
	})
	r.run()
	require.Equal(t, 1, listened)
}

// Node v20 cuts the path off in silence; see docs/differences.md#unix-domain-sockets.
func TestPathTooLong(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("x", 200))
	r := newRig(t)
	var failures []error
	net2.NewServer(net2.ServerOptions{Loop: r.Loop}).
		OnError(func(err error) { failures = append(failures, err) }).
		ListenPath(path)
	net2.NewSocket(net2.SocketOptions{Loop: r.Loop}).
		OnError(func(err error) { failures = append(failures, err) }).
		ConnectPath(path)
	r.run()
	require.Len(t, failures, 2)
	require.EqualError(t, failures[0], "listen EINVAL: invalid argument "+path)
	require.EqualError(t, failures[1], "connect EINVAL "+path)
	for _, err := range failures {
		var e *net2.Error
		require.True(t, errors.As(err, &e))
		require.Equal(t, path, e.Address)
	}
}

// Node v20 forgets ipv6Only when there is no host; see docs/differences.md#ipv6only.
func TestIPv6OnlyWithoutAHost(t *testing.T) {
	r := newRig(t)
	server := net2.NewServer(net2.ServerOptions{Loop: r.Loop}).ListenWith(net2.ListenOptions{IPv6Only: true})
	var got error
	r.connect(server, net2.SocketOptions{}).
		OnError(func(err error) { got = err }).
		OnClose(func(bool) { server.Close() })
	r.run()
	require.ErrorIs(t, got, syscall.ECONNREFUSED)
}

func TestPortGoesBeforePath(t *testing.T) {
	r := newRig(t)
	probe, err := net.Listen("tcp", ":0") // free on every address, as Listen wants it
	require.NoError(t, err)
	port := probe.Addr().(*net.TCPAddr).Port
	require.NoError(t, probe.Close())
	server := net2.NewServer(net2.ServerOptions{Loop: r.Loop}).
		ListenWith(net2.ListenOptions{Port: port, Path: filepath.Join(t.TempDir(), "s")})
	require.Equal(t, port, server.Address().Port)
	server.Close()
	r.run()
}
