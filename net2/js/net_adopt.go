package js

import (
	"context"
	"net"
	"os"
	"syscall"
	"time"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/handles"
)

// adopt finds the connection of a socket that is made over a handle or a descriptor: options.handle and options.fd. One
// that is bound and not connected waits for connect.
func (e *Env) adopt(o *object, s streamOptions) (net.Conn, *facade) {
	if js, ok := s.get("handle").(*goja.Object); ok {
		f := e.facadeIn(js)
		if f == nil {
			f = &facade{js: js}
			return newScripted(e, js, s), f
		}
		if f.raw != nil && !connected(f.raw.fd) {
			o.bound = f
			return nil, nil
		}
		return e.connectionOf(f), f
	}
	if v := s.get("fd"); !isNil(v) {
		fd := int(v.ToInteger())
		if !connected(fd) {
			o.bound = e.boundFacade(fd)
			return nil, nil
		}
		f, raw := e.takeRaw(fd)
		return fileConn(raw.file(), raw.fd), f
	}
	return nil, nil
}

// boundFacade is the handle of a descriptor that is bound.
func (e *Env) boundFacade(fd int) *facade {
	if f := e.handles.raw[fd]; f != nil {
		return f
	}
	e.requireGlue("net_handle")
	f := &facade{}
	e.attachFacade(e.vm.CreateObject(e.handles.tcp), f)
	e.keepRaw(f, &rawSocket{fd: fd})
	return f
}

// dialBound has connect use the socket that is bound already, if there is one.
func (e *Env) dialBound(o *object, options *net2.ConnectOptions) {
	if o.bound == nil || o.bound.raw == nil {
		return
	}
	_, raw := e.takeRaw(o.bound.raw.fd)
	options.Dial = func(_ context.Context, network, address string) (net.Conn, error) {
		return raw.connect(network, address)
	}
}

// connectionOf takes the connection away from whoever has it.
func (e *Env) connectionOf(f *facade) (conn net.Conn) {
	switch {
	case f.conn != nil:
		conn, f.conn = f.conn, nil
	case f.raw != nil:
		_, raw := e.takeRaw(f.raw.fd)
		conn = fileConn(raw.file(), raw.fd)
	case f.socket != nil:
		socket := f.socket
		delete(e.handles.arrived, socket)
		if o := e.known.find(socket); o != nil {
			o.facade = nil
		}
		f.socket = nil
		conn = socket.Conn()
	}
	return conn
}

// beneath puts a handle that was there before beneath the socket that has adopted it.
func (e *Env) beneath(o *object, f *facade, s streamOptions) {
	if o.bound != nil && o.bound.raw.local().Family != "" && !holdsReading(s) { // libuv cannot begin to read then
		e.closeRaw(o.bound)
		o.bound = nil
		o.socket.Destroy(statusError(-int(syscall.ENOTCONN), "read"))
	}
	if f == nil {
		return
	}
	f.under = handles.Of(o.socket)
	if f.under == nil {
		return
	}
	f.socket, o.facade = o.socket, f
	if conn, ok := o.scripted(); ok {
		o.socket.Unref() // who writes a handle in JavaScript keeps the loop alive
		conn.begin(f.under)
	}
}

// holdsReading says whether a new socket over a handle does not read yet.
func holdsReading(s streamOptions) bool {
	return s.is("pauseOnCreate") || s.is("manualStart") || s.not("readable")
}

// fileConn is the connection of a descriptor: a socket, or a pipe. It panics with Node's ERR_INVALID_FD_TYPE for others.
func fileConn(file *os.File, fd int) net.Conn {
	info, err := file.Stat()
	if err == nil && info.Mode()&os.ModeNamedPipe != 0 {
		return pipeConn{file}
	}
	conn, err := net.FileConn(file)
	if err != nil {
		kind := "FILE"
		if info != nil && info.Mode()&os.ModeCharDevice != 0 {
			kind = "TTY"
		}
		panic(&events.Error{Name: "TypeError", Code: "ERR_INVALID_FD_TYPE", Message: "Unsupported fd type: " + kind})
	}
	_ = file.Close()
	return conn
}

// pipeConn is one end of a pipe.
type pipeConn struct{ *os.File }

func (pipeConn) LocalAddr() net.Addr             { return nil }
func (pipeConn) RemoteAddr() net.Addr            { return nil }
func (p pipeConn) SetDeadline(t time.Time) error { return p.File.SetDeadline(t) }
func (p pipeConn) CloseWrite() error             { return nil }

// listenAdopted listens on a handle or a descriptor that is there, and says whether options name one.
func (e *Env) listenAdopted(s *net2.Server, o streamOptions) bool {
	var f *facade
	raw := &rawSocket{fd: -1}
	if h := o.get("handle"); !isNil(h) {
		if f = e.facadeIn(h); f != nil && f.raw != nil {
			_, raw = e.takeRaw(f.raw.fd)
		}
	} else if fd := o.get("fd"); !isNil(fd) {
		f, raw = e.takeRaw(int(fd.ToInteger()))
	} else {
		return false
	}
	e.listenRaw(s, raw, int(o.get("backlog").ToInteger()))
	if under := handles.Of(s); f != nil && under != nil {
		f.under, f.server = under, s
		e.known.find(s).facade = f
	}
	return true
}

func (e *Env) listenRaw(s *net2.Server, raw *rawSocket, backlog int) {
	if raw.fd < 0 {
		e.loop.NextTick(func() {
			s.Emit("error", &events.Error{Code: "EINVAL", Errno: syscall.EINVAL, Syscall: "listen", Message: "listen EINVAL: invalid argument"})
		})
		return
	}
	if raw.path == "" {
		s.ListenWith(net2.ListenOptions{File: raw.file(), Backlog: backlog})
		return
	}
	file := raw.file()
	defer file.Close()
	ln, err := net.FileListener(file)
	if err != nil {
		s.ListenFile(raw.file())
		return
	}
	if pipe, ok := ln.(*net.UnixListener); ok {
		pipe.SetUnlinkOnClose(true)
	}
	if backlog <= 0 {
		backlog = 511
	}
	s.ListenWith(net2.ListenOptions{Listener: ln, Backlog: backlog})
}
