package server_test

import (
	"net"
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestEveryScenarioHasBothSides(t *testing.T) { transcript.CheckFamily(t) }

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// tcpOptions asks the kernel for TCP_NODELAY, SO_KEEPALIVE and the idle time of keep-alive in seconds, and closes conn.
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

// listeningOn returns the path of a server's address, or nil.
func listeningOn(server *net2.Server) any {
	if a := server.Address(); a != nil {
		return a.Address
	}
	return nil
}
