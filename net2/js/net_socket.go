package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

func (e *Env) bindSocket() {
	e.bind("socketInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		s := streamOptions{c.Argument(1)}
		o := &object{capture: s.is("captureRejections")}
		o.setOptions(s)
		conn, f := e.adopt(s)
		socket := net2.NewSocket(net2.SocketOptions{
			Loop: e.loop, Conn: conn, AllowHalfOpen: s.is("allowHalfOpen"), PauseOnCreate: s.is("pauseOnCreate"),
			NoDelay: s.is("noDelay"), KeepAlive: s.is("keepAlive"),
			KeepAliveInitialDelay: milliseconds(s.get("keepAliveInitialDelay")), HighWaterMark: s.mark("highWaterMark"),
			OnRead: e.onRead(js, streamOptions{s.get("onread")}), Extend: e.extend(js, o),
		})
		o.stream, o.readable, o.writable, o.socket, o.emitter = socket, socket, socket, socket, &socket.EventEmitter
		e.attach(js, o)
		o.adopted = conn
		e.beneath(o, f)
		socket.On("end", e.classes.socketEnd)
		return goja.Undefined()
	})
	e.bindSuper()
	socket := e.socketBinder()
	socket("socketConnect", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		o := e.connectOptions(streamOptions{c.Argument(1)})
		if o.Path != "" {
			s.ConnectPath(o.Path)
		} else {
			s.ConnectWith(o)
		}
		if e.handles.seen {
			e.facadeOf(e.lookup(c.Argument(0)))
		}
		return goja.Undefined()
	})
	socket("socketTimeout", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		s.SetTimeout(milliseconds(c.Argument(1)))
		return goja.Undefined()
	})
	socket("socketNoDelay", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		s.SetNoDelay(c.Argument(1).ToBoolean())
		return goja.Undefined()
	})
	socket("socketKeepAlive", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		s.SetKeepAlive(c.Argument(1).ToBoolean(), milliseconds(c.Argument(2)))
		return goja.Undefined()
	})
	socket("socketRef", func(s *net2.Socket, _ goja.FunctionCall) goja.Value { s.Ref(); return goja.Undefined() })
	socket("socketUnref", func(s *net2.Socket, _ goja.FunctionCall) goja.Value { s.Unref(); return goja.Undefined() })
	socket("socketReset", func(s *net2.Socket, _ goja.FunctionCall) goja.Value {
		s.ResetAndDestroy()
		return goja.Undefined()
	})
	socket("socketDestroySoon", func(s *net2.Socket, _ goja.FunctionCall) goja.Value { s.DestroySoon(); return goja.Undefined() })
	socket("socketServer", func(s *net2.Socket, _ goja.FunctionCall) goja.Value {
		if server := s.Server(); server != nil {
			if o := e.known.find(server); o != nil {
				return o.js
			}
		}
		return goja.Null()
	})
}

func (e *Env) socketBinder() func(string, func(*net2.Socket, goja.FunctionCall) goja.Value) {
	return func(name string, f func(s *net2.Socket, c goja.FunctionCall) goja.Value) {
		e.bind(name, func(c goja.FunctionCall) goja.Value {
			o := e.lookup(c.Argument(0))
			if o == nil || o.socket == nil {
				return goja.Undefined()
			}
			return f(o.socket, c)
		})
	}
}

// onRead is the onread option. The program is handed the very buffer that it gave.
func (e *Env) onRead(js *goja.Object, s streamOptions) net2.OnRead {
	call := callback(s.get("callback"))
	if call == nil {
		return net2.OnRead{}
	}
	buffer := s.get("buffer")
	o := net2.OnRead{Callback: func(n int, _ []byte) bool {
		answer := e.call(call, js, e.vm.ToValue(n), buffer)
		return answer == nil || !answer.StrictEquals(e.vm.ToValue(false))
	}}
	next := callback(buffer)
	if next == nil {
		o.Buffer, _ = e.bytesOf(buffer)
		return o
	}
	buffer = goja.Undefined()
	o.NewBuffer = func() []byte {
		v := e.call(next, goja.Undefined())
		b, ok := e.bytesOf(v)
		if ok {
			buffer = v
		}
		return b
	}
	return o
}

// extend lets a class of JavaScript that extends net.Socket override its hooks.
func (e *Env) extend(js *goja.Object, o *object) func(*stream.DuplexOptions) {
	return func(hooks *stream.DuplexOptions) {
		o.base = *hooks
		base := &o.base
		own := e.classes.socket.Get("prototype").(*goja.Object)
		if js.Prototype() == own {
			return
		}
		overridden := func(name string) bool {
			f := js.Get(name)
			return f != nil && !f.StrictEquals(own.Get(name))
		}
		hooks.Read = func(d *stream.Duplex, n int) {
			if overridden("_read") {
				e.must(js, "_read", e.vm.ToValue(n))
				return
			}
			base.Read(d, n)
		}
		hooks.WriteBytes = func(d *stream.Duplex, b []byte, cb func(error)) {
			if overridden("_write") {
				e.must(js, "_write", e.out(b), e.vm.ToValue("buffer"), e.done(cb))
				return
			}
			base.WriteBytes(d, b, cb)
		}
		hooks.Writev = func(d *stream.Duplex, chunks []stream.Chunk, cb func(error)) {
			if overridden("_writev") {
				e.must(js, "_writev", e.chunks(chunks), e.done(cb))
				return
			}
			base.Writev(d, chunks, cb)
		}
		hooks.Has = func(hook string) bool { return hook != "writev" || !overridden("_write") || overridden("_writev") }
		hooks.Final = func(d *stream.Duplex, cb func(error)) {
			if overridden("_final") {
				e.must(js, "_final", e.done(cb))
				return
			}
			base.Final(d, cb)
		}
		hooks.Destroy = func(d *stream.Duplex, err error, cb func(error)) {
			if overridden("_destroy") {
				e.must(js, "_destroy", e.out(err), e.done(cb))
				return
			}
			base.Destroy(d, err, cb)
		}
	}
}

// bindSuper gives Socket.prototype its own _read, _write, _final and _destroy.
func (e *Env) bindSuper() {
	super := func(name string, f func(o *object, c goja.FunctionCall)) {
		e.bind(name, func(c goja.FunctionCall) goja.Value {
			if o := e.lookup(c.Argument(0)); o != nil && o.socket != nil && o.base.Read != nil {
				f(o, c)
			}
			return goja.Undefined()
		})
	}
	answer := func(v goja.Value) func(error) {
		call := callback(v)
		return func(err error) {
			if call != nil {
				e.call(call, goja.Undefined(), e.out(err))
			}
		}
	}
	super("superRead", func(o *object, c goja.FunctionCall) {
		o.base.Read(&o.socket.Duplex, int(c.Argument(1).ToInteger()))
	})
	super("superWrite", func(o *object, c goja.FunctionCall) {
		b, ok := e.bytesOf(c.Argument(1))
		if !ok {
			b = encode(c.Argument(1), encodingOf(c.Argument(2)))
		}
		o.base.WriteBytes(&o.socket.Duplex, b, answer(c.Argument(3)))
	})
	super("superFinal", func(o *object, c goja.FunctionCall) { o.base.Final(&o.socket.Duplex, answer(c.Argument(1))) })
	super("superDestroy", func(o *object, c goja.FunctionCall) {
		o.base.Destroy(&o.socket.Duplex, e.errorIn(c.Argument(1)), answer(c.Argument(2)))
	})
}

// bindSocketState is the properties of a socket.
func (e *Env) bindSocketState() {
	_, getter := e.streamMethods("socket", func(o *object) bool { return o.socket != nil })
	absent := func(v any) any {
		if v == "" || v == 0 {
			return goja.Undefined()
		}
		return v
	}
	getter("connecting", func(o *object) any { return o.socket.Connecting() })
	getter("pending", func(o *object) any { return o.socket.Pending() })
	getter("readyState", func(o *object) any { return o.socket.ReadyState() })
	getter("bufferSize", func(o *object) any { return o.socket.BufferSize() })
	getter("bytesRead", func(o *object) any { return o.socket.BytesRead() })
	getter("bytesWritten", func(o *object) any { return o.socket.BytesWritten() })
	getter("remoteAddress", func(o *object) any { return absent(o.socket.RemoteAddress()) })
	getter("remotePort", func(o *object) any { return absent(o.socket.RemotePort()) })
	getter("remoteFamily", func(o *object) any { return absent(o.socket.RemoteFamily()) })
	getter("localAddress", func(o *object) any { return absent(o.socket.LocalAddress()) })
	getter("localPort", func(o *object) any { return absent(o.socket.LocalPort()) })
	getter("localFamily", func(o *object) any { return absent(o.socket.LocalFamily()) })
}
