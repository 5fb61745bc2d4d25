//go:build unix && !linux

package net2

import "golang.org/x/sys/unix"

func recv(fd uintptr, b []byte) (n int, err error) { return unix.Read(int(fd), b) }

func send(fd uintptr, b []byte) (n int, err error) { return unix.Write(int(fd), b) }
