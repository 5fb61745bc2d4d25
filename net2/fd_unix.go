//go:build unix

package net2

import (
	"net"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// tries says whether conn has a descriptor, which can be tried without blocking. What
// embeds one of these has a descriptor too, but its own Read and Write.
func tries(conn net.Conn) bool {
	switch conn.(type) {
	case *net.TCPConn, *net.UnixConn:
		return true
	}
	return false
}

// rawRead, rawWrite and rawControl are those of the RawConn of a conn that tries. It is
// made anew each time: here the compiler sees what it is, and that neither it nor f
// outlives the call, so that nothing is allocated. To keep one, and with it f, was
// 40 bytes for each connection. A function that made it for all three would be too large
// to be inlined, and allocate.

func rawRead(conn net.Conn, f func(fd uintptr) (done bool)) error {
	var raw syscall.RawConn
	var err error
	switch c := conn.(type) {
	case *net.TCPConn:
		raw, err = c.SyscallConn()
	case *net.UnixConn:
		raw, err = c.SyscallConn()
	}
	if err != nil {
		return err
	}
	return raw.Read(f)
}

func rawWrite(conn net.Conn, f func(fd uintptr) (done bool)) error {
	var raw syscall.RawConn
	var err error
	switch c := conn.(type) {
	case *net.TCPConn:
		raw, err = c.SyscallConn()
	case *net.UnixConn:
		raw, err = c.SyscallConn()
	}
	if err != nil {
		return err
	}
	return raw.Write(f)
}

func rawControl(conn net.Conn, f func(fd uintptr)) error {
	var raw syscall.RawConn
	var err error
	switch c := conn.(type) {
	case *net.TCPConn:
		raw, err = c.SyscallConn()
	case *net.UnixConn:
		raw, err = c.SyscallConn()
	}
	if err != nil {
		return err
	}
	return raw.Control(f)
}

// readFD is one read. n is -1 when there is nothing yet, and 0 at the end.
func readFD(fd uintptr, b []byte) (n int, err error) {
	for {
		n, err = recv(fd, b)
		switch err {
		case nil:
			return n, nil
		case unix.EINTR:
		case unix.EAGAIN:
			return -1, nil
		default:
			return 0, err
		}
	}
}

// writeFD is one write of all chunks. A full kernel is no error: n is what it took.
func writeFD(fd uintptr, chunks [][]byte) (n int, err error) {
	for {
		switch len(chunks) {
		case 0: // writes of nothing behind a full kernel; macOS refuses an empty writev
			return 0, nil
		case 1:
			n, err = send(fd, chunks[0])
		default:
			n, err = unix.Writev(int(fd), chunks[:min(len(chunks), maxIovecs)])
		}
		switch err {
		case nil:
			return n, nil
		case unix.EINTR:
		case unix.EAGAIN:
			return 0, nil
		default:
			return 0, err
		}
	}
}

// hangsUp says whether libuv hears of a hang-up here: kqueue does not tell.
const hangsUp = runtime.GOOS == "linux"

// hasHungUp says whether the peer has reset the connection, or both ends have ended it.
func hasHungUp(fd uintptr) bool {
	poll := []unix.PollFd{{Fd: int32(fd)}}
	n, err := unix.Poll(poll, 0)
	return err == nil && n > 0 && poll[0].Revents&unix.POLLHUP != 0
}

// boundTo is the local end of a TCP socket, or nil.
func boundTo(fd uintptr) net.Addr {
	name, err := unix.Getsockname(int(fd))
	if err != nil {
		return nil
	}
	switch a := name.(type) {
	case *unix.SockaddrInet4:
		return &net.TCPAddr{IP: a.Addr[:], Port: a.Port}
	case *unix.SockaddrInet6:
		return &net.TCPAddr{IP: a.Addr[:], Port: a.Port}
	}
	return nil
}
