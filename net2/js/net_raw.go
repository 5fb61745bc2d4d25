package js

import (
	"net"
	"os"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
)

// rawSocket is one that a program has bound by `new TCP` or `new Pipe`, before a server or a socket adopts it.
type rawSocket struct {
	fd   int
	path string // of a Unix domain socket
}

func (r *rawSocket) file() *os.File { return os.NewFile(uintptr(r.fd), "handle") }

// bindRawMethods is what only such handles can do: bind, and open, which takes a descriptor that is there.
func (e *Env) bindRawMethods(method func(string, int, func(*facade, goja.FunctionCall) goja.Value)) {
	e.bind("handleNew", func(c goja.FunctionCall) goja.Value {
		e.attachFacade(c.Argument(0).(*goja.Object), &facade{})
		return goja.Undefined()
	})
	binds := func(name string, bind func(c goja.FunctionCall) (*rawSocket, int)) {
		method(name, 2, func(f *facade, c goja.FunctionCall) goja.Value {
			if f.raw != nil || f.under != nil {
				return e.vm.ToValue(errnoInvalid)
			}
			raw, failed := bind(c)
			if failed != 0 {
				return e.vm.ToValue(failed)
			}
			e.keepRaw(f, raw)
			return e.vm.ToValue(0)
		})
	}
	binds("bind", func(c goja.FunctionCall) (*rawSocket, int) {
		return rawTCP(c.Argument(0).String(), int(c.Argument(1).ToInteger()), false)
	})
	binds("bind6", func(c goja.FunctionCall) (*rawSocket, int) {
		return rawTCP(c.Argument(0).String(), int(c.Argument(1).ToInteger()), c.Argument(2).ToInteger()&1 != 0)
	})
	binds("bindPath", func(c goja.FunctionCall) (*rawSocket, int) { return rawPipe(c.Argument(0).String()) })
	binds("open", func(c goja.FunctionCall) (*rawSocket, int) { return &rawSocket{fd: int(c.Argument(0).ToInteger())}, 0 })
}

func (e *Env) keepRaw(f *facade, raw *rawSocket) {
	if e.handles.raw == nil {
		e.handles.raw = map[int]*facade{}
	}
	f.raw = raw
	e.handles.raw[raw.fd] = f
}

// takeRaw takes a descriptor away from the handle that has it, if one does: who adopts it closes it.
func (e *Env) takeRaw(fd int) (f *facade, raw *rawSocket) {
	if f = e.handles.raw[fd]; f != nil {
		delete(e.handles.raw, fd)
		raw, f.raw, f.path = f.raw, nil, f.raw.path
		return f, raw
	}
	return nil, &rawSocket{fd: fd}
}

func (e *Env) closeRaw(f *facade) {
	_, raw := e.takeRaw(f.raw.fd)
	_ = raw.file().Close()
}

// connect blocks.
func (r *rawSocket) connect(network, address string) (net.Conn, error) {
	err := r.connectTo(network, address)
	file := r.file()
	defer file.Close()
	if err != nil {
		return nil, os.NewSyscallError("connect", err)
	}
	return net.FileConn(file)
}

// local is the address that it is bound to.
func (r *rawSocket) local() net2.AddressInfo {
	fd, err := r.duplicate()
	if err != nil {
		return net2.AddressInfo{}
	}
	file := os.NewFile(uintptr(fd), "handle")
	defer file.Close()
	ln, err := net.FileListener(file)
	if err != nil {
		return net2.AddressInfo{}
	}
	defer ln.Close()
	a, ok := ln.Addr().(*net.TCPAddr)
	if !ok {
		return net2.AddressInfo{}
	}
	family := "IPv6"
	if len(a.IP) == net.IPv4len {
		family = "IPv4"
	}
	return net2.AddressInfo{Address: a.IP.String(), Family: family, Port: a.Port}
}
