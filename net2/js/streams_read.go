package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// streamMethods makes methods for a prototype. They get an object that has the side they are about.
func (e *Env) streamMethods(name string, has func(*object) bool) (method func(string, int, func(*object, goja.FunctionCall) goja.Value), getter func(string, func(*object) any)) {
	methods, getters := e.vm.NewObject(), e.vm.NewObject()
	_ = e.native.Set(name+"Methods", methods)
	_ = e.native.Set(name+"Getters", getters)
	method = func(name string, length int, f func(*object, goja.FunctionCall) goja.Value) {
		_ = methods.Set(name, e.fn(name, length, func(c goja.FunctionCall) goja.Value {
			o := e.lookup(c.This)
			if o == nil || !has(o) {
				panic(e.vm.NewTypeError("Cannot read properties of undefined (reading '%s')", name))
			}
			return f(o, c)
		}))
	}
	getter = func(name string, f func(*object) any) {
		_ = getters.Set(name, e.fn("get "+name, 0, func(c goja.FunctionCall) goja.Value {
			o := e.lookup(c.This)
			if o == nil || !has(o) {
				if name == "destroyed" { // looked at before the constructor has run
					return e.vm.ToValue(false)
				}
				return goja.Undefined()
			}
			return e.vm.ToValue(f(o))
		}))
	}
	return method, getter
}

func (e *Env) bindReadable() {
	method, getter := e.streamMethods("readable", func(o *object) bool { return o.readable != nil })
	method("push", 2, func(o *object, c goja.FunctionCall) goja.Value { return e.push(o, c, o.readable.Push) })
	method("unshift", 2, func(o *object, c goja.FunctionCall) goja.Value { return e.push(o, c, o.readable.Unshift) })
	method("read", 1, func(o *object, c goja.FunctionCall) goja.Value {
		if v := c.Argument(0); !goja.IsUndefined(v) {
			if f := v.ToFloat(); f == f {
				return e.out(o.readable.Read(int(f)))
			}
		}
		return e.out(o.readable.Read())
	})
	method("pause", 0, func(o *object, c goja.FunctionCall) goja.Value { pause(o.stream); return c.This })
	method("resume", 0, func(o *object, c goja.FunctionCall) goja.Value { resume(o.stream); return c.This })
	method("isPaused", 0, func(o *object, c goja.FunctionCall) goja.Value { return e.vm.ToValue(o.readable.IsPaused()) })
	method("setEncoding", 1, func(o *object, c goja.FunctionCall) goja.Value {
		setEncoding(o.stream, encodingOf(c.Argument(0)))
		return c.This
	})
	method("_pipe", 2, func(o *object, c goja.FunctionCall) goja.Value { // to a stream of ours
		dst := e.lookup(c.Argument(0))
		o.readable.Pipe(dst.writable, stream.PipeOptions{NoEnd: c.Argument(1).ToBoolean()})
		return c.Argument(0)
	})
	method("_unpipe", 1, func(o *object, c goja.FunctionCall) goja.Value {
		if dst := e.lookup(c.Argument(0)); dst != nil && dst.writable != nil {
			unpipe(o.stream, dst.writable)
		} else if isNil(c.Argument(0)) {
			unpipe(o.stream)
		}
		return c.This
	})
	getter("readable", func(o *object) any { return o.readable.Readable() })
	getter("readableDidRead", func(o *object) any { return o.readable.ReadableDidRead() })
	getter("readableAborted", func(o *object) any { return o.readable.ReadableAborted() })
	getter("readableHighWaterMark", func(o *object) any { return o.readable.ReadableHighWaterMark() })
	getter("readableLength", func(o *object) any { return o.readable.ReadableLength() })
	getter("readableObjectMode", func(o *object) any { return o.readable.ReadableObjectMode() })
	getter("readableEnded", func(o *object) any { return o.readable.ReadableEnded() })
	getter("readableEncoding", func(o *object) any {
		if enc := o.readable.ReadableEncoding(); enc != "" {
			return enc
		}
		return nil
	})
	getter("readableFlowing", func(o *object) any { return flowing(o.readable.ReadableFlowing()) })
}

func flowing(f stream.Flowing) any {
	if f == stream.FlowingNull {
		return nil
	}
	return f == stream.FlowingTrue
}

// push adds a chunk by Push or Unshift.
func (e *Env) push(o *object, c goja.FunctionCall, add func(any, ...string) bool) goja.Value {
	v := c.Argument(0)
	if goja.IsNull(v) {
		return e.vm.ToValue(add(nil))
	}
	chunk, ok := e.chunkFor(o.readable, v)
	if !ok {
		stream.ErrorOrDestroy(o.stream, e.errorIn(e.invalidChunk(v)))
		return e.vm.ToValue(false)
	}
	return e.vm.ToValue(add(chunk, text(c.Argument(1))))
}

// chunkFor is what a readable side takes for a chunk.
func (e *Env) chunkFor(r readable, v goja.Value) (any, bool) {
	if r.ReadableObjectMode() {
		if r.ReadableEncoding() != "" {
			if b, ok := e.bytesOf(v); ok {
				return b, true
			}
		}
		return v, true
	}
	if goja.IsUndefined(v) {
		return []byte{}, true
	}
	return e.chunkIn(v)
}

func (e *Env) invalidChunk(v goja.Value) goja.Value {
	return e.glueCall("errors", "invalidArgType", e.vm.ToValue("chunk"),
		e.vm.ToValue("of type string or an instance of Buffer, TypedArray, or DataView"), v)
}

// What returns `this` in Node returns the type itself in Go, and so has no common interface.

func pause(s stream.Stream) {
	switch s := s.(type) {
	case *stream.Readable:
		s.Pause()
	case *net2.Socket:
		s.Pause()
	case *stream.Transform:
		s.Pause()
	case *stream.Duplex:
		s.Pause()
	}
}

func resume(s stream.Stream) {
	switch s := s.(type) {
	case *stream.Readable:
		s.Resume()
	case *net2.Socket:
		s.Resume()
	case *stream.Transform:
		s.Resume()
	case *stream.Duplex:
		s.Resume()
	}
}

func setEncoding(s stream.Stream, encoding string) {
	switch s := s.(type) {
	case *stream.Readable:
		s.SetEncoding(encoding)
	case *net2.Socket:
		s.SetEncoding(encoding)
	case *stream.Transform:
		s.SetEncoding(encoding)
	case *stream.Duplex:
		s.SetEncoding(encoding)
	}
}

func unpipe(s stream.Stream, dst ...stream.WritableStream) {
	switch s := s.(type) {
	case *stream.Readable:
		s.Unpipe(dst...)
	case *net2.Socket:
		s.Unpipe(dst...)
	case *stream.Transform:
		s.Unpipe(dst...)
	case *stream.Duplex:
		s.Unpipe(dst...)
	}
}
