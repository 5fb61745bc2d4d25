//go:build unix

package net2

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sys/unix"
)

// setReusePort lets other sockets bind the same port, where the kernel then
// spreads the connections over them. On macOS it would not spread them.
func setReusePort(fd uintptr) error {
	if runtime.GOOS == "darwin" {
		return unix.ENOTSUP
	}
	return os.NewSyscallError("setsockopt", unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_REUSEPORT, 1))
}

// setBacklog listens once more, which only changes the length of the queue.
func setBacklog(fd uintptr, n int) error { return unix.Listen(int(fd), n) }

func setTOS(fd uintptr, ipv6 bool, tos int) error {
	if ipv6 {
		return unix.SetsockoptInt(int(fd), unix.IPPROTO_IPV6, unix.IPV6_TCLASS, tos)
	}
	return unix.SetsockoptInt(int(fd), unix.IPPROTO_IP, unix.IP_TOS, tos)
}

func getTOS(fd uintptr, ipv6 bool) (int, error) {
	if ipv6 {
		return unix.GetsockoptInt(int(fd), unix.IPPROTO_IPV6, unix.IPV6_TCLASS)
	}
	return unix.GetsockoptInt(int(fd), unix.IPPROTO_IP, unix.IP_TOS)
}

// unixPath is path as Go's net wants it: there, and not in Node, a leading @
// means an abstract socket.
func unixPath(path string) (string, error) {
	if strings.HasPrefix(path, "@") {
		return "." + string(filepath.Separator) + path, nil
	}
	return path, nil
}

// widen adds rights to the file of a path: libuv's uv_pipe_chmod.
func widen(path string, readable, writable bool) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	mode := info.Mode().Perm()
	if readable {
		mode |= 0o444
	}
	if writable {
		mode |= 0o222
	}
	return os.Chmod(path, mode)
}

// fileKind names what a file is that is no socket, as Node's error does.
func fileKind(f *os.File) string {
	info, err := f.Stat()
	switch {
	case err != nil:
		return "UNKNOWN"
	case info.Mode()&os.ModeNamedPipe != 0:
		return "PIPE"
	case info.Mode()&os.ModeSocket != 0:
		return "UDP"
	}
	return "FILE"
}
