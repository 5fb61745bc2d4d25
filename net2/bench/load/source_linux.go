package load

import (
	"net"
	"syscall"

	"golang.org/x/sys/unix"
)

// source returns a local address of the client's own, if the server is on the loopback device.
//
// A closed connection keeps its port for a second. From one address to one server there are 28,232 of
// them, of which the kernel tries half: more than 14,100 connections a second would wait for each other.
func source(i int, server string) net.Addr {
	addr, err := net.ResolveTCPAddr("tcp4", server)
	if err != nil || !addr.IP.IsLoopback() {
		return nil
	}
	return &net.TCPAddr{IP: net.IPv4(127, 0, byte(1+i/250), byte(1+i%250))}
}

// portAtConnect leaves the choice of the port to connect, which knows the server and may use those again
// that go to another.
func portAtConnect(_, _ string, c syscall.RawConn) (err error) {
	if e := c.Control(func(fd uintptr) {
		err = unix.SetsockoptInt(int(fd), unix.SOL_IP, unix.IP_BIND_ADDRESS_NO_PORT, 1)
	}); e != nil {
		return e
	}
	return err
}
