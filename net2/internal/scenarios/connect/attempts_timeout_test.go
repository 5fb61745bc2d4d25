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

// silent returns the port of a listener of which the kernel answers no more
// clients: nobody accepts, and its queue is full.
func silent(t testing.TB) int {
	t.Helper()
	ln, err := net.Listen("tcp4", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = ln.Close() })
	raw, err := ln.(*net.TCPListener).SyscallConn()
	require.NoError(t, err)
	require.NoError(t, raw.Control(func(fd uintptr) { require.NoError(t, unix.Listen(int(fd), 1)) }))
	for {
		conn, err := net.DialTimeout("tcp4", ln.Addr().String(), 300*time.Millisecond)
		if err != nil {
			return ln.Addr().(*net.TCPAddr).Port
		}
		t.Cleanup(func() { _ = conn.Close() })
	}
}

func TestAttemptsTimeout(t *testing.T) {
	transcript.Run(t, "attempts_timeout", func(x *transcript.T) {
		c := x.Track("client")
		port := silent(x)
		x.Port(port, "PORT")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		lookup := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}, {Address: "127.0.0.3", Family: 4}, {Address: "127.0.0.2", Family: 4}})
		}
		options := net2.ConnectOptions{Host: "several.example", Port: port, Lookup: lookup,
			AutoSelectFamilyAttemptTimeout: 50 * time.Millisecond}
		server.ListenHost(port, "127.0.0.2", func() {
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
