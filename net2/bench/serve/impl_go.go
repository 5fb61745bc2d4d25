package serve

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"sync"
)

// serveGo is plain net with a goroutine a connection.
func serveGo(ctx context.Context, o Options, listening func(net.Addr)) error {
	handle := map[string]func(net.Conn){
		"echo": goEcho, "connect": goEcho, "onread": goEcho,
		"pipe":  func(c net.Conn) { _, _ = io.Copy(c, c) },
		"json":  goJSON,
		"chat":  newGoRoom().join,
		"proxy": func(c net.Conn) { goProxy(c, o.Upstream) },
	}[o.Workload]

	ln, err := (&net.ListenConfig{}).Listen(ctx, "tcp4", o.address())
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, func() { ln.Close() })()
	listening(ln.Addr())
	for {
		conn, err := ln.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			handle(conn)
		}()
	}
}

func goEcho(conn net.Conn) {
	size := 4 << 10 // grows when it was filled
	buffer := make([]byte, size)
	for {
		n, err := conn.Read(buffer)
		if err != nil {
			return
		}
		if _, err := conn.Write(buffer[:n]); err != nil {
			return
		}
		if n == size && size < 64<<10 {
			size *= 4
			buffer = make([]byte, size)
		}
	}
}

// goJSON answers all that one read brought with one write.
func goJSON(conn net.Conn) {
	in, out := bufio.NewReader(conn), bufio.NewWriter(conn)
	for {
		message, err := in.ReadSlice('\n')
		if err != nil {
			return
		}
		if _, err := out.Write(answer(message)); err != nil {
			return
		}
		if in.Buffered() == 0 {
			if out.Flush() != nil {
				return
			}
		}
	}
}

func goProxy(conn net.Conn, address string) {
	upstream, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer upstream.Close()
	var back sync.WaitGroup
	back.Go(func() {
		_, _ = io.Copy(conn, upstream)
		_ = conn.(*net.TCPConn).CloseWrite()
	})
	_, _ = io.Copy(upstream, conn)
	_ = upstream.(*net.TCPConn).CloseWrite()
	back.Wait()
}
