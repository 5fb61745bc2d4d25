package net2_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// A client that closes the server as soon as it is connected is a common
// program; the server has seen it by then.
func TestServerHearsOfAConnectionBeforeItsClient(t *testing.T) {
	for range 50 {
		l := loop.New()
		var order []string
		server := net2.NewServer(net2.ServerOptions{Loop: l}, func(socket *net2.Socket) {
			order = append(order, "connection")
			socket.Resume()
		})
		server.Listen(0)
		client := net2.NewSocket(net2.SocketOptions{Loop: l})
		client.Connect(server.Address().Port, "127.0.0.1", func() {
			order = append(order, "connect")
			server.Close()
			client.End()
		})
		l.Run()
		require.Equal(t, []string{"connection", "connect"}, order)
	}
}

func TestServerHearsOfAPathBeforeItsClient(t *testing.T) {
	l := loop.New()
	var order []string
	server := net2.NewServer(net2.ServerOptions{Loop: l}, func(socket *net2.Socket) {
		order = append(order, "connection")
		socket.Resume()
	})
	server.ListenPath(t.TempDir() + "/s")
	client := net2.NewSocket(net2.SocketOptions{Loop: l})
	client.ConnectPath(server.Address().Address, func() {
		order = append(order, "connect")
		server.Close()
		client.End()
	})
	l.Run()
	require.Equal(t, []string{"connection", "connect"}, order)
}
