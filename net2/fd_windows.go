package net2

import (
	"net"
	"syscall"
)

// tries is false: an overlapped socket cannot be tried without blocking, so
// that the goroutines use conn.Read and conn.Write.
func tries(net.Conn) bool { return false }

func rawRead(net.Conn, func(fd uintptr) (done bool)) error { return syscall.EWINDOWS }

func rawWrite(net.Conn, func(fd uintptr) (done bool)) error { return syscall.EWINDOWS }

func rawControl(net.Conn, func(fd uintptr)) error { return syscall.EWINDOWS }

func readFD(uintptr, []byte) (int, error) { return 0, syscall.EWINDOWS }

func writeFD(uintptr, [][]byte) (int, error) { return 0, syscall.EWINDOWS }

const hangsUp = false

func hasHungUp(uintptr) bool { return false }

func boundTo(uintptr) net.Addr { return nil }
