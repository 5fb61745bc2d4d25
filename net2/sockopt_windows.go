package net2

import (
	"os"
	"strings"

	"golang.org/x/sys/windows"
)

// setReusePort fails: SO_REUSEADDR of Windows lets others steal the port.
func setReusePort(uintptr) error { return windows.WSAEOPNOTSUPP }

// setBacklog does nothing: on Windows the first listen decides.
func setBacklog(uintptr, int) error { return nil }

const ipv6TClass = 39 // IPV6_TCLASS of ws2ipdef.h

func setTOS(fd uintptr, ipv6 bool, tos int) error {
	if ipv6 {
		return windows.SetsockoptInt(windows.Handle(fd), windows.IPPROTO_IPV6, ipv6TClass, tos)
	}
	return windows.SetsockoptInt(windows.Handle(fd), windows.IPPROTO_IP, windows.IP_TOS, tos)
}

func getTOS(fd uintptr, ipv6 bool) (int, error) {
	if ipv6 {
		return windows.GetsockoptInt(windows.Handle(fd), windows.IPPROTO_IPV6, ipv6TClass)
	}
	return windows.GetsockoptInt(windows.Handle(fd), windows.IPPROTO_IP, windows.IP_TOS)
}

// unixPath refuses the names of pipes, which Node uses on Windows: paths are
// files here, of Unix domain sockets.
func unixPath(path string) (string, error) {
	if strings.HasPrefix(path, `\\.\pipe\`) || strings.HasPrefix(path, `\\?\pipe\`) {
		return "", windows.WSAEOPNOTSUPP
	}
	return path, nil
}

// widen does nothing: who may use the file is said by its directory.
func widen(string, bool, bool) error { return nil }

// fileKind names what a file is that is no socket, as Node's error does.
func fileKind(f *os.File) string {
	if _, err := f.Stat(); err != nil {
		return "UNKNOWN"
	}
	return "FILE"
}
