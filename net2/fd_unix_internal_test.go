//go:build unix

package net2

import (
	"net"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every write is a rawControl, and every connection has a rawRead while it is idle.
func TestTheWayToADescriptorIsFree(t *testing.T) {
	for network, address := range map[string]string{"tcp": "127.0.0.1:0", "unix": filepath.Join(t.TempDir(), "s")} {
		ln, err := net.Listen(network, address)
		require.NoError(t, err)
		defer ln.Close()
		conn, err := net.Dial(network, ln.Addr().String())
		require.NoError(t, err)
		defer conn.Close()
		require.True(t, tries(conn))
		require.False(t, tries(struct{ net.Conn }{conn}), "it may have a Read of its own")

		calls := 0
		ready := func(uintptr) (done bool) { calls++; return true }
		control := func(uintptr) { calls++ }
		assert.Zero(t, testing.AllocsPerRun(10, func() {
			_ = rawRead(conn, ready)
			_ = rawWrite(conn, ready)
			_ = rawControl(conn, control)
		}), network)
		assert.Equal(t, 3*11, calls)
		require.NoError(t, conn.Close())
		assert.ErrorIs(t, rawControl(conn, control), net.ErrClosed)
	}
	assert.False(t, tries(nil))
}
