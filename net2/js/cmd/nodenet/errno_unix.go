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
