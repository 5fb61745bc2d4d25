package net2

import (
	"golang.org/x/sys/unix"
)

// conduitsWork says whether the system moves bytes from socket to socket.
const conduitsWork = true

// ends are the descriptors of a pipe.
type ends struct{ in, out int }

// pipeSize is in bytes, but the kernel counts pages, and what came over a network may take one for each segment. All
// conduits together stay below what a user may have of them.
const pipeSize = 512 << 10

func newEnds() (e ends, err error) {
	var p [2]int
	if err := unix.Pipe2(p[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err != nil {
		return e, err
	}
	e = ends{in: p[1], out: p[0]}
	_, _ = unix.FcntlInt(uintptr(e.in), unix.F_SETPIPE_SZ, pipeSize) // what is refused holds less
	return e, nil
}

func (e ends) close() {
	_ = unix.Close(e.in)
	_ = unix.Close(e.out)
}

// receive moves bytes from a socket. n is 0 when there is nothing yet, at the end, and before a byte that was sent
// out of band: splice does not tell which.
func (e ends) receive(fd uintptr, most int) (n int, err error) {
	return splice(int(fd), e.in, most, int(fd))
}

// send moves bytes to a socket. A full kernel is no error: n is what it took.
func (e ends) send(fd uintptr, most int) (n int, err error) {
	return splice(e.out, int(fd), most, int(fd))
}

// splice would wait for a socket that a program made blocking, whatever its flags: it returns EINVAL then, as for
// sockets that cannot be spliced.
func splice(from, to, most, socket int) (n int, err error) {
	flags, err := unix.FcntlInt(uintptr(socket), unix.F_GETFL, 0)
	if err != nil || flags&unix.O_NONBLOCK == 0 {
		return 0, unix.EINVAL
	}
	for {
		moved, err := unix.Splice(from, nil, to, nil, most, unix.SPLICE_F_MOVE|unix.SPLICE_F_NONBLOCK)
		switch err {
		case nil:
			return int(moved), nil
		case unix.EINTR:
		case unix.EAGAIN:
			return 0, nil
		default:
			return 0, err
		}
	}
}

// notSpliced says whether err means that a socket cannot be spliced, or that nobody may here.
func notSpliced(err error) bool {
	switch err {
	case unix.EINVAL, unix.ENOSYS, unix.EOPNOTSUPP, unix.EPERM, unix.EACCES, unix.ENOMEM:
		return true
	}
	return false
}

// read fills b from the pipe, which has that many bytes.
func (e ends) read(b []byte) {
	for len(b) > 0 {
		n, err := unix.Read(e.out, b)
		if err == unix.EINTR {
			continue
		}
		if err != nil || n == 0 {
			panic("net2: bytes are missing in a pipe of the kernel")
		}
		b = b[n:]
	}
}
