//go:build linux

package connect_test

import (
	"errors"
	"net"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

// samePort returns listeners on two addresses that have one port.
func samePort(t testing.TB, host, other string) (net.Listener, net.Listener) {
	t.Helper()
	for {
		ln, err := net.Listen("tcp4", host+":0")
		require.NoError(t, err)
		second, err := net.Listen("tcp4", net.JoinHostPort(other, strconv.Itoa(ln.Addr().(*net.TCPAddr).Port)))
		if err == nil {
			return ln, second
		}
		_ = ln.Close() // the other address has the port in use
	}
}

// silence makes the kernel answer no more clients of ln: nobody accepts, and
// its queue is full.
func silence(t testing.TB, ln net.Listener) {
	t.Helper()
	t.Cleanup(func() { _ = ln.Close() })
	raw, err := ln.(*net.TCPListener).SyscallConn()
	require.NoError(t, err)
	require.NoError(t, raw.Control(func(fd uintptr) { require.NoError(t, unix.Listen(int(fd), 1)) }))
	for {
		conn, err := net.DialTimeout("tcp4", ln.Addr().String(), 300*time.Millisecond)
		if err != nil {
			return
		}
		t.Cleanup(func() { _ = conn.Close() })
	}
}

func TestAttemptsTimeout(t *testing.T) {
	transcript.Run(t, "attempts_timeout", func(x *transcript.T) {
		c := x.Track("client")
		silent, answering := samePort(x, "127.0.0.1", "127.0.0.2")
		silence(x, silent)
		port := silent.Addr().(*net.TCPAddr).Port
		x.Port(port, "PORT")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		lookup := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}, {Address: "127.0.0.3", Family: 4}, {Address: "127.0.0.2", Family: 4}})
		}
		options := net2.ConnectOptions{Host: "several.example", Port: port, Lookup: lookup,
			AutoSelectFamilyAttemptTimeout: 50 * time.Millisecond}
		server.ListenOn(answering, func() {
			require.Equal(x, "127.0.0.2:"+strconv.Itoa(port), server.Address().String())
			client := scene.NewSocket(x)
			watchAttempts(c, client)
			client.OnConnect(func() { c("connect", client.RemoteAddress()) })
			client.OnClose(func(hadError bool) {
				c("close", hadError)
				refused := scene.NewSocket(x)
				refused.OnError(func(err error) {
					e := err.(*net2.Error)
					c("error", e.Code, e.Message)
					for _, err := range e.Errors {
						var one *net2.Error
						require.True(x, errors.As(err, &one))
						c("one", one, one.Syscall, one.Address, one.Port)
					}
				})
				refused.ConnectWith(options)
			})
			client.ConnectWith(options)
			client.Resume()
		})
	})
}
