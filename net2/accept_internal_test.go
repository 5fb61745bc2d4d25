package net2

import (
	"net"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestConnectionsOfTheSameHostsShareTheirAddresses(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer ln.Close()
	var alike hosts
	accepted := make([]net.Conn, 3)
	for i := range accepted {
		client, err := net.Dial("tcp", ln.Addr().String())
		require.NoError(t, err)
		defer client.Close()
		accepted[i], err = ln.Accept()
		require.NoError(t, err)
		defer accepted[i].Close()
		alike.share(ln, accepted[i])
		assert.Equal(t, ln.Addr().String(), accepted[i].LocalAddr().String())
		assert.Equal(t, client.LocalAddr().String(), accepted[i].RemoteAddr().String())
	}
	bytesOf := func(a net.Addr) *byte { return unsafe.SliceData(a.(*net.TCPAddr).IP) }
	for _, conn := range accepted[1:] {
		assert.Same(t, bytesOf(accepted[0].LocalAddr()), bytesOf(conn.LocalAddr()))
		assert.Same(t, bytesOf(accepted[0].RemoteAddr()), bytesOf(conn.RemoteAddr()))
	}
}

// Another goroutine may have the addresses of what the program's own listener accepts.
func TestAddressesThatOthersMayHaveSeenAreLeftAlone(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer ln.Close()
	client, err := net.Dial("tcp", ln.Addr().String())
	require.NoError(t, err)
	defer client.Close()
	conn, err := ln.Accept()
	require.NoError(t, err)
	defer conn.Close()
	var alike hosts
	alike.share(struct{ net.Listener }{ln}, conn)
	assert.Equal(t, hosts{}, alike)
}

func TestAnAddressThatIsNewReplacesTheLast(t *testing.T) {
	var last net.IP
	for i, host := range []string{"192.0.2.1", "192.0.2.2", "2001:db8::1", "192.0.2.2"} {
		a := &net.TCPAddr{IP: net.ParseIP(host), Port: i}
		shareIP(a, &last)
		assert.Equal(t, host, a.IP.String())
		assert.Equal(t, i, a.Port)
		assert.Equal(t, a.IP, last)
	}
	shareIP(&net.UnixAddr{Name: "path"}, &last)
	assert.Equal(t, "192.0.2.2", last.String())
}
