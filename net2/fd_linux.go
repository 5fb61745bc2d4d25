package net2

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// A socket is read and written with recv and send: their way through the
// kernel is shorter than that of read and write, which serve files too. Neither
// ever waits, whatever a program did to the descriptor (File().Fd() makes it
// blocking), and send raises no SIGPIPE.
//
// Go's scheduler is told of a system call because it may take long, and may
// give its processor away meanwhile. These take a microsecond or few, so that
// it need not know. A send that may copy much more is announced.

func recv(fd uintptr, b []byte) (n int, err error) {
	r, _, errno := unix.RawSyscall6(unix.SYS_RECVFROM, fd, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)),
		unix.MSG_DONTWAIT, 0, 0)
	return result(r, errno)
}

func send(fd uintptr, b []byte) (n int, err error) {
	if len(b) > sheetSize {
		r, _, errno := unix.Syscall6(unix.SYS_SENDTO, fd, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)),
			unix.MSG_DONTWAIT|unix.MSG_NOSIGNAL, 0, 0)
		return result(r, errno)
	}
	r, _, errno := unix.RawSyscall6(unix.SYS_SENDTO, fd, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)),
		unix.MSG_DONTWAIT|unix.MSG_NOSIGNAL, 0, 0)
	return result(r, errno)
}

func result(r uintptr, errno unix.Errno) (n int, err error) {
	if errno != 0 {
		return -1, errno
	}
	return int(r), nil
}
