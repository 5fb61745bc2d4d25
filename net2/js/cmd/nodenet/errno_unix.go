//go:build unix

package main

import (
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// errnoTable is what node's uv binding knows: number, name and message of every system error.
func errnoTable() []any {
	var out []any
	for i := 1; i < 134; i++ {
		if name := unix.ErrnoName(syscall.Errno(i)); name != "" {
			out = append(out, []any{-i, []any{name, strings.ToLower(syscall.Errno(i).Error())}})
		}
	}
	return out
}

// openFD opens a file for reading as fs.openSync does: the caller closes the descriptor. -1: it cannot.
func openFD(path string) int {
	fd, err := unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1
	}
	return fd
}

func closeFD(fd int) { _ = unix.Close(fd) }
