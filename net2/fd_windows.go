package net2

import (
	"net"
	"syscall"
)

// rawConn is nil: an overlapped socket cannot be tried without blocking, so
// that the goroutines use conn.Read and conn.Write.
func rawConn(net.Conn) syscall.RawConn { return nil }

func readFD(uintptr, []byte) (int, error) { return 0, syscall.EWINDOWS }

func writeFD(uintptr, [][]byte) (int, error) { return 0, syscall.EWINDOWS }

const hangsUp = false

func hasHungUp(uintptr) bool { return false }

func boundTo(uintptr) net.Addr { return nil }
