package net2_test

import (
	"context"
	"errors"
	"net"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func TestDialOpensTheConnection(t *testing.T) {
	l := loop.New()
	here, there := net.Pipe()
	var got []string
	peer := net2.NewSocket(net2.SocketOptions{Loop: l, Conn: there})
	peer.OnData(func(b []byte) { peer.Write(append([]byte("echo "), b...)) })
	client := net2.ConnectWith(net2.ConnectOptions{
		SocketOptions: net2.SocketOptions{Loop: l}, Port: 80, Host: "192.0.2.1",
		Dial: func(_ context.Context, network, address string) (net.Conn, error) {
			got = append(got, network+" "+address)
			return here, nil
		},
	}, func() { got = append(got, "connect") })
	client.Write("hello")
	client.OnData(func(b []byte) { got = append(got, string(b)); client.Destroy(); peer.Destroy() })
	l.Run()
	assert.Equal(t, []string{"tcp4 192.0.2.1:80", "connect", "echo hello"}, got)
}

func TestDialIsCalledForEveryAddress(t *testing.T) {
	l := loop.New()
	var got []string
	dial := func(_ context.Context, network, address string) (net.Conn, error) {
		got = append(got, network+" "+address)
		return nil, syscall.ECONNREFUSED
	}
	find := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
		cb(nil, []net2.LookupAddress{{Address: "192.0.2.1", Family: 4}, {Address: "2001:db8::1", Family: 6}})
	}
	client := net2.ConnectWith(net2.ConnectOptions{SocketOptions: net2.SocketOptions{Loop: l}, Port: 80, Host: "example", Lookup: find, Dial: dial})
	var failed error
	client.OnError(func(err error) { failed = err })
	l.Run()
	assert.Equal(t, []string{"tcp4 192.0.2.1:80", "tcp6 [2001:db8::1]:80"}, got)
	assert.ErrorIs(t, failed, syscall.ECONNREFUSED)
}

func TestADestroyedSocketEndsItsDial(t *testing.T) {
	l := loop.New()
	ended := make(chan error, 1)
	client := net2.ConnectWith(net2.ConnectOptions{SocketOptions: net2.SocketOptions{Loop: l}, Path: "/no/such/path",
		Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
			assert.Equal(t, "unix /no/such/path", network+" "+address)
			<-ctx.Done()
			ended <- ctx.Err()
			return nil, ctx.Err()
		}})
	l.SetImmediate(func() { client.Destroy() })
	l.Run()
	assert.True(t, errors.Is(<-ended, context.Canceled))
	assert.True(t, client.Closed())
}
