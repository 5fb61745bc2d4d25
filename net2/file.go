package net2

import (
	"net"
	"os"
	"syscall"
)

// ListenFile listens on a socket that is bound already, such as one that a
// service manager hands over, and closes it in the end. A file that is no
// stream socket is an `error` event with code EINVAL. It mirrors
// server.listen({ fd }, cb).
func (s *Server) ListenFile(file *os.File, cb ...func()) *Server {
	return s.ListenWith(ListenOptions{File: file}, cb...)
}

// ListenOn accepts the connections of a listener that is there already, of any
// kind, and closes it in the end. It mirrors server.listen(handle, cb).
func (s *Server) ListenOn(listener net.Listener, cb ...func()) *Server {
	return s.ListenWith(ListenOptions{Listener: listener}, cb...)
}

// listenerOf makes a listener of a file, which it closes.
func listenerOf(file *os.File) (net.Listener, error) {
	ln, err := net.FileListener(file)
	_ = file.Close()
	if err != nil {
		return nil, errnoInvalid
	}
	return ln, nil
}

// connOf makes a connection of a file, which it closes.
func connOf(file *os.File) net.Conn {
	kind := fileKind(file)
	conn, err := net.FileConn(file)
	if err != nil {
		panic(&Error{Name: "TypeError", Code: "ERR_INVALID_FD_TYPE", Message: "Unsupported fd type: " + kind})
	}
	_ = file.Close()
	return conn
}

// control calls f with the descriptor of a connection or a listener. What has
// none gives ENOTSUP.
func control(of any, f func(fd uintptr) error) error {
	c, ok := of.(syscall.Conn)
	if !ok {
		return errnoNotSup
	}
	raw, err := c.SyscallConn()
	if err != nil {
		return err
	}
	return controlRaw(raw, f)
}

func controlRaw(raw syscall.RawConn, f func(fd uintptr) error) (failed error) {
	if err := raw.Control(func(fd uintptr) { failed = f(fd) }); err != nil {
		return err
	}
	return failed
}
