//go:build unix

package js

import (
	"net/netip"
	"syscall"

	"golang.org/x/sys/unix"
)

const errnoInvalid = -int(unix.EINVAL)

// errnoOut is libuv's form of an error.
func errnoOut(err error) int {
	if n, ok := err.(syscall.Errno); ok {
		return -int(n)
	}
	return errnoInvalid
}

// rawTCP makes a socket that is bound to an address.
func rawTCP(address string, port int, ipv6Only bool) (*rawSocket, int) {
	ip, err := netip.ParseAddr(address)
	if err != nil || port < 0 || port > 65535 {
		return nil, errnoInvalid
	}
	if ip.Is4() {
		return bound(unix.AF_INET, &unix.SockaddrInet4{Port: port, Addr: ip.As4()}, func(fd int) error {
			return unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_REUSEADDR, 1)
		})
	}
	return bound(unix.AF_INET6, &unix.SockaddrInet6{Port: port, Addr: ip.As16()}, func(fd int) error {
		only := 0
		if ipv6Only {
			only = 1
		}
		if err := unix.SetsockoptInt(fd, unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, only); err != nil {
			return err
		}
		return unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_REUSEADDR, 1)
	})
}

// rawPipe makes a Unix domain socket that is bound to a path.
func rawPipe(path string) (*rawSocket, int) {
	raw, failed := bound(unix.AF_UNIX, &unix.SockaddrUnix{Name: path}, func(int) error { return nil })
	if failed == 0 {
		raw.path = path
	}
	return raw, failed
}

func bound(family int, to unix.Sockaddr, prepare func(fd int) error) (*rawSocket, int) {
	syscall.ForkLock.RLock()
	fd, err := unix.Socket(family, unix.SOCK_STREAM, 0)
	if err == nil {
		unix.CloseOnExec(fd)
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return nil, errnoOut(err)
	}
	if err = prepare(fd); err == nil {
		err = unix.Bind(fd, to)
	}
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		_ = unix.Close(fd)
		return nil, errnoOut(err)
	}
	return &rawSocket{fd: fd}, 0
}

// connectTo makes the socket block, until a connection is made of it.
func (r *rawSocket) connectTo(network, address string) error {
	var to unix.Sockaddr = &unix.SockaddrUnix{Name: address}
	if network != "unix" {
		ap, err := netip.ParseAddrPort(address)
		switch {
		case err != nil:
			return err
		case ap.Addr().Is4():
			to = &unix.SockaddrInet4{Port: int(ap.Port()), Addr: ap.Addr().As4()}
		default:
			to = &unix.SockaddrInet6{Port: int(ap.Port()), Addr: ap.Addr().As16()}
		}
	}
	if err := unix.SetNonblock(r.fd, false); err != nil {
		return err
	}
	return unix.Connect(r.fd, to)
}

func (r *rawSocket) duplicate() (int, error) {
	return unix.FcntlInt(uintptr(r.fd), unix.F_DUPFD_CLOEXEC, 0)
}

// connected says whether the socket of a descriptor has a peer. What is no socket counts as connected.
func connected(fd int) bool {
	_, err := unix.Getpeername(fd)
	return err != unix.ENOTCONN
}
