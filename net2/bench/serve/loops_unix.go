//go:build unix

package serve

import (
	"context"
	"net"
	"syscall"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
	"golang.org/x/sys/unix"
)

// listenShared listens on an address that others listen on, too; the kernel deals the connections out.
func listenShared(ctx context.Context, address string) (net.Listener, error) {
	config := net.ListenConfig{KeepAlive: -1, Control: func(_, _ string, c syscall.RawConn) (err error) {
		if outer := c.Control(func(fd uintptr) {
			err = unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_REUSEPORT, 1)
		}); outer != nil {
			return outer
		}
		return err
	}}
	return config.Listen(ctx, "tcp4", address)
}

// serveShared runs a loop of its own that serves what ln accepts.
func serveShared(ctx context.Context, ln net.Listener, onConnection func(*net2.Socket)) {
	l := loop.New()
	var accepting loop.Handle
	accepting.Init(l)
	accepting.Start()
	go func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			l.Post(func() { onConnection(net2.NewSocket(net2.SocketOptions{Loop: l, Conn: conn})) })
		}
	}()
	defer ln.Close()
	_ = l.RunContext(ctx)
}
