package net2

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// A socket is read and written with recv and send: their way through the
// kernel is shorter than that of read and write, which serve files too. Neither
// ever waits, whatever a program did to the descriptor (File().Fd() makes it
// blocking), and send raises no SIGPIPE.

func recv(fd uintptr, b []byte) (n int, err error) {
	return result(unix.Syscall6(unix.SYS_RECVFROM, fd, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)),
		unix.MSG_DONTWAIT, 0, 0))
}

func send(fd uintptr, b []byte) (n int, err error) {
	return result(unix.Syscall6(unix.SYS_SENDTO, fd, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)),
		unix.MSG_DONTWAIT|unix.MSG_NOSIGNAL, 0, 0))
}

func result(r, _ uintptr, errno unix.Errno) (n int, err error) {
	if errno != 0 {
		return -1, errno
	}
	return int(r), nil
}
