//go:build linux

package server_test

import (
	"net"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOptionsReachSockets(t *testing.T) {
	transcript.Run(t, "options_reach_sockets", func(x *transcript.T) {
		s := x.Track("server")
		server := scene.Serve(x, net2.ServerOptions{
			NoDelay: true, KeepAlive: true, KeepAliveInitialDelay: 7900 * time.Millisecond,
		}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			noDelay, keepAlive, idle := tcpOptions(x, peer.Conn())
			s("peer", noDelay, keepAlive, idle)
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.End() })
		})
	})
}

// tcpOptions asks the kernel for TCP_NODELAY, SO_KEEPALIVE and the idle seconds of keep-alive, and closes conn.
func tcpOptions(x *transcript.T, conn net.Conn) (noDelay, keepAlive bool, idle int) {
	raw, err := conn.(*net.TCPConn).SyscallConn()
	require.NoError(x, err)
	require.NoError(x, raw.Control(func(fd uintptr) {
		option := func(level, name int) int {
			value, err := syscall.GetsockoptInt(int(fd), level, name)
			require.NoError(x, err)
			return value
		}
		noDelay = option(syscall.IPPROTO_TCP, syscall.TCP_NODELAY) != 0
		keepAlive = option(syscall.SOL_SOCKET, syscall.SO_KEEPALIVE) != 0
		idle = option(syscall.IPPROTO_TCP, syscall.TCP_KEEPIDLE)
	}))
	require.NoError(x, conn.Close())
	return noDelay, keepAlive, idle
}
