//go:build unix

package net2

import (
	"syscall"

	"golang.org/x/sys/unix"
)

const (
	errnoCanceled = syscall.ECANCELED
	errnoTimedOut = syscall.ETIMEDOUT
	errnoInvalid  = syscall.EINVAL
	errnoInUse    = syscall.EADDRINUSE
	errnoNoBufs   = syscall.ENOBUFS
	errnoNotSup   = syscall.ENOTSUP
)

// errnoName is the symbol of an errno, as util.getSystemErrorName gives it.
func errnoName(errno syscall.Errno) string {
	switch name := unix.ErrnoName(errno); name {
	case "":
		return "UNKNOWN"
	case "EWOULDBLOCK":
		return "EAGAIN"
	case "EOPNOTSUPP":
		return "ENOTSUP" // libuv folds the two into one
	default:
		return name
	}
}
