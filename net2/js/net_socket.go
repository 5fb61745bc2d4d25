package js

import (
	"time"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
)

func (e *Env) bindSocket() {
	e.bind("socketInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		s := streamOptions{c.Argument(1)}
		o := &object{capture: s.is("captureRejections")}
		o.setOptions(s)
		conn, f := e.adopt(o, s)
		o.adopted = conn
		socket := net2.NewSocket(net2.SocketOptions{
			Loop: e.loop, Conn: conn, AllowHalfOpen: s.is("allowHalfOpen"), PauseOnCreate: s.is("pauseOnCreate"),
			NoDelay: s.is("noDelay"), KeepAlive: s.is("keepAlive"),
			KeepAliveInitialDelay: milliseconds(s.get("keepAliveInitialDelay")), HighWaterMark: s.mark("highWaterMark"),
			OnRead: e.onRead(js, streamOptions{s.get("onread")}), Extend: e.extend(js, o, s),
		})
		o.stream, o.readable, o.writable, o.socket, o.emitter = socket, socket, socket, socket, &socket.EventEmitter
		e.attach(js, o)
		e.checkEmit(o)
		e.beneath(o, f, s)
		socket.On("end", e.classes.socketEnd)
		return goja.Undefined()
	})
	e.bindSuper()
	socket := e.socketBinder()
	socket("socketConnect", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		o := e.connectOptions(streamOptions{c.Argument(1)})
		if e.handles.seen {
			defer e.facadeOf(e.lookup(c.Argument(0)))
			e.dialBound(e.lookup(c.Argument(0)), &o)
		}
		s.ConnectWith(o)
		return goja.Undefined()
	})
	socket("socketTimeout", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		s.SetTimeout(milliseconds(c.Argument(1)))
		return goja.Undefined()
	})
	socket("socketNoDelay", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		o := e.lookup(c.Argument(0))
		o.inherit(e)
		o.noDelay = c.Argument(1).ToBoolean()
		s.SetNoDelay(o.noDelay)
		return goja.Undefined()
	})
	socket("socketKeepAlive", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		o, on, delay := e.lookup(c.Argument(0)), c.Argument(1).ToBoolean(), milliseconds(c.Argument(2))
		o.inherit(e)
		if o.keepAlive = 0; on {
			o.keepAlive = int(delay/time.Second) + 1
		}
		s.SetKeepAlive(on, delay)
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
	getter("autoSelectFamilyAttemptedAddresses", func(o *object) any {
		if list := o.socket.AutoSelectFamilyAttemptedAddresses(); list != nil {
			return list
		}
		return goja.Undefined()
	})
	getter("localFamily", func(o *object) any { return absent(o.socket.LocalFamily()) })
}
