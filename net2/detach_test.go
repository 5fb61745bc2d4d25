package net2_test

import (
	"io"
	"net"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// The server's socket leaves the loop after its first line, with one line
// written and another already received.
func TestConnLeavesTheLoopWithEveryByte(t *testing.T) {
	l := loop.New()
	server := net2.NewServer(net2.ServerOptions{Loop: l})
	taken, clients := make(chan net.Conn, 1), make(chan net.Conn, 1)
	server.OnConnection(func(socket *net2.Socket) {
		socket.OnData(func(data []byte) {
			_, rest, _ := strings.Cut(string(data), "\n")
			socket.Pause()
			if rest != "" {
				socket.Unshift(rest)
			}
			socket.Write("first ")
			taken <- socket.Conn()
		})
		socket.OnClose(func(bool) { server.Close() })
	})
	server.Listen(0)
	address := net.JoinHostPort("127.0.0.1", strconv.Itoa(server.Address().Port))
	go func() {
		client, err := net.Dial("tcp", address)
		if err == nil {
			_, _ = client.Write([]byte("go\nrest"))
			_, _ = client.Write([]byte(" of it"))
			_ = client.(*net.TCPConn).CloseWrite()
		}
		clients <- client
	}()
	l.Run()

	conn, client := <-taken, <-clients
	require.NotNil(t, conn)
	require.NotNil(t, client)
	got, err := io.ReadAll(conn)
	require.NoError(t, err)
	require.Equal(t, "rest of it", string(got))
	_, err = conn.Write([]byte("second"))
	require.NoError(t, err)
	require.NoError(t, conn.Close())
	got, err = io.ReadAll(client)
	require.NoError(t, err)
	require.Equal(t, "first second", string(got))
	require.NoError(t, client.Close())
}
