package js

import (
	"os"
	"syscall"
	"time"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
)

// bindHandleMethods is what the prototypes of handles do. Their results are as libuv's: 0, or a negative errno.
func (e *Env) bindHandleMethods() {
	methods := e.vm.NewObject()
	_ = e.native.Set("handleMethods", methods)
	method := func(name string, length int, f func(f *facade, c goja.FunctionCall) goja.Value) {
		_ = methods.Set(name, e.fn(name, length, func(c goja.FunctionCall) goja.Value {
			h := e.facadeIn(c.This)
			if h == nil {
				panic(e.vm.NewTypeError("Illegal invocation"))
			}
			return f(h, c)
		}))
	}
	method("close", 1, e.closeHandle)
	method("ref", 0, func(f *facade, _ goja.FunctionCall) goja.Value { f.ref(true); return goja.Undefined() })
	method("unref", 0, func(f *facade, _ goja.FunctionCall) goja.Value { f.ref(false); return goja.Undefined() })
	method("hasRef", 0, func(f *facade, _ goja.FunctionCall) goja.Value {
		return e.vm.ToValue(f.current() && f.under.HasRef())
	})
	method("readStart", 0, func(f *facade, _ goja.FunctionCall) goja.Value {
		return e.onConnection(f, func(*net2.Socket) { f.under.ReadStart() })
	})
	method("readStop", 0, func(f *facade, _ goja.FunctionCall) goja.Value {
		return e.onConnection(f, func(*net2.Socket) { f.under.ReadStop() })
	})
	method("setNoDelay", 1, func(f *facade, c goja.FunctionCall) goja.Value {
		return e.onConnection(f, func(s *net2.Socket) { s.SetNoDelay(c.Argument(0).ToBoolean()) })
	})
	method("setKeepAlive", 2, func(f *facade, c goja.FunctionCall) goja.Value {
		delay := time.Duration(max(0, c.Argument(1).ToInteger())) * time.Second
		return e.onConnection(f, func(s *net2.Socket) { s.SetKeepAlive(c.Argument(0).ToBoolean(), delay) })
	})
	method("getsockname", 1, func(f *facade, c goja.FunctionCall) goja.Value { return e.nameOut(c.Argument(0), f.local()) })
	method("getpeername", 1, func(f *facade, c goja.FunctionCall) goja.Value { return e.nameOut(c.Argument(0), f.remote()) })
	method("fd", 0, func(f *facade, _ goja.FunctionCall) goja.Value { return e.vm.ToValue(f.fd()) })
	method("reading", 0, func(f *facade, _ goja.FunctionCall) goja.Value {
		return e.vm.ToValue(f.current() && f.under.Reading())
	})
	count := func(name string, of func(f *facade) int64) {
		method(name, 0, func(f *facade, _ goja.FunctionCall) goja.Value {
			if f.socket == nil || f.under == nil {
				return e.vm.ToValue(0)
			}
			return e.vm.ToValue(of(f))
		})
	}
	count("bytesRead", func(f *facade) int64 { return f.socket.BytesRead() })
	count("bytesWritten", func(f *facade) int64 { return f.under.Written() })
	count("writeQueueSize", func(f *facade) int64 { return int64(f.under.Queued()) })
	e.bindRawMethods(method)
}

// current says whether the handle is beneath somebody, and open.
func (f *facade) current() bool {
	return f.under != nil && (f.socket != nil || f.server != nil) && !f.under.Closed()
}

func (e *Env) onConnection(f *facade, do func(s *net2.Socket)) goja.Value {
	if f.socket == nil || !f.current() {
		return e.vm.ToValue(-int(syscall.EBADF))
	}
	do(f.socket)
	return e.vm.ToValue(0)
}

func (f *facade) ref(on bool) {
	switch {
	case !f.current():
	case f.server != nil && on:
		f.server.Ref()
	case f.server != nil:
		f.server.Unref()
	case on:
		f.socket.Ref()
	default:
		f.socket.Unref()
	}
}

func (f *facade) fd() int {
	switch {
	case f.raw != nil:
		return f.raw.fd
	case f.under == nil:
		return -1
	case f.under.Closed():
		return errnoInvalid
	}
	return f.under.FD()
}

// closeHandle is handle.close(callback): the callback comes in the closing phase.
func (e *Env) closeHandle(f *facade, c goja.FunctionCall) goja.Value {
	switch {
	case f.raw != nil:
		e.closeRaw(f)
	case f.conn != nil:
		_ = f.conn.Close()
		f.conn = nil
	case f.socket != nil && e.handles.arrived[f.socket] == f: // nobody else would
		delete(e.handles.arrived, f.socket)
		f.socket.Destroy()
	case f.under != nil:
		f.under.Close()
	}
	if f.path != "" {
		_ = os.Remove(f.path)
		f.path = ""
	}
	if call := callback(c.Argument(0)); call != nil {
		e.loop.Closing(func() { e.call(call, f.js) })
	}
	return goja.Undefined()
}

func (f *facade) local() net2.AddressInfo {
	switch {
	case f.raw != nil:
		return f.raw.local()
	case f.socket != nil:
		return f.socket.Address()
	case f.server != nil && f.server.Address() != nil:
		return *f.server.Address()
	}
	return net2.AddressInfo{}
}

func (f *facade) remote() net2.AddressInfo {
	if f.socket == nil {
		return net2.AddressInfo{}
	}
	return net2.AddressInfo{Address: f.socket.RemoteAddress(), Family: f.socket.RemoteFamily(), Port: f.socket.RemotePort()}
}

// nameOut fills the object of getsockname and getpeername.
func (e *Env) nameOut(out goja.Value, a net2.AddressInfo) goja.Value {
	if a.Family == "" {
		return e.vm.ToValue(-int(syscall.ENOTCONN))
	}
	o := out.ToObject(e.vm)
	_ = o.Set("address", a.Address)
	_ = o.Set("family", a.Family)
	_ = o.Set("port", a.Port)
	return e.vm.ToValue(0)
}
