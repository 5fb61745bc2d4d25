//go:build !linux

package load

import (
	"net"
	"syscall"
)

// source is nil: other systems have one loopback address unless told to have more.
func source(int, string) net.Addr { return nil }

func portAtConnect(string, string, syscall.RawConn) error { return nil }
