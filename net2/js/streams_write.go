package js

import (
	"unsafe"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

func (e *Env) bindWritable() {
	method, getter := e.streamMethods("writable", func(o *object) bool { return o.writable != nil })
	method("write", 3, e.write)
	method("end", 3, e.end)
	method("cork", 0, func(o *object, _ goja.FunctionCall) goja.Value { o.writable.Cork(); return goja.Undefined() })
	method("uncork", 0, func(o *object, _ goja.FunctionCall) goja.Value { o.writable.Uncork(); return goja.Undefined() })
	method("setDefaultEncoding", 1, func(o *object, c goja.FunctionCall) goja.Value {
		if !isString(c.Argument(0)) {
			panic(e.glueCall("errors", "unknownEncoding", c.Argument(0)))
		}
		setDefaultEncoding(o.stream, c.Argument(0).String())
		return c.This
	})
	getter("writable", func(o *object) any { return o.writable.Writable() })
	getter("writableFinished", func(o *object) any { return o.writable.WritableFinished() })
	getter("writableObjectMode", func(o *object) any { return o.writable.WritableObjectMode() })
	getter("writableEnded", func(o *object) any { return o.writable.WritableEnded() })
	getter("writableNeedDrain", func(o *object) any { return o.writable.WritableNeedDrain() })
	getter("writableHighWaterMark", func(o *object) any { return o.writable.WritableHighWaterMark() })
	getter("writableCorked", func(o *object) any { return o.writable.WritableCorked() })
	getter("writableLength", func(o *object) any { return o.writable.WritableLength() })
	getter("writableAborted", func(o *object) any { return o.writable.WritableAborted() })
}

// answer makes the Go form of a write's callback. The same function twice in a row is the same func, since streams
// call those together.
func (e *Env) answer(o *object, v goja.Value) []func(error) {
	call := callback(v)
	if call == nil {
		return nil
	}
	if context := e.async.current; context != nil {
		return []func(error){func(err error) {
			e.runIn(moment{context: context}, func() { e.call(call, goja.Undefined(), e.out(err)) })
		}}
	}
	if o.lastAnswer.fn != v {
		o.lastAnswer.fn = v
		o.lastAnswer.call = func(err error) {
			if err == nil {
				e.call(call, goja.Undefined(), goja.Null())
				return
			}
			e.call(call, goja.Undefined(), e.out(err))
		}
	}
	return []func(error){o.lastAnswer.call}
}

// write is writable.write(chunk, encoding, callback).
func (e *Env) write(o *object, c goja.FunctionCall) goja.Value {
	chunk, encoding, cb := c.Argument(0), c.Argument(1), c.Argument(2)
	if callback(encoding) != nil {
		encoding, cb = goja.Undefined(), encoding
	}
	answer := e.answer(o, cb)
	w := o.writable
	if goja.IsNull(chunk) {
		return e.vm.ToValue(w.Write(nil, answer...)) // throws
	}
	if o.objectModeOut && !isString(chunk) {
		return e.vm.ToValue(w.WriteValue(chunk, text(encoding), answer...))
	}
	if isString(chunk) {
		if o.socket != nil && text(encoding) == "buffer" {
			panic(e.glueCall("errors", "coded", e.vm.Get("TypeError"), e.vm.ToValue("ERR_INVALID_ARG_TYPE"), e.vm.ToValue("Second argument must be a buffer")))
		}
		if enc := text(encoding); enc != "" && enc != "buffer" {
			return e.vm.ToValue(w.WriteEncoded(chunk.String(), enc, answer...))
		}
		return e.vm.ToValue(w.WriteEncoded(chunk.String(), "", answer...))
	}
	b, ok := e.bytesOf(chunk)
	if !ok || isArrayBuffer(chunk) {
		panic(e.invalidChunk(chunk))
	}
	if enc := text(encoding); enc != "" && enc != "buffer" && !stream.IsEncoding(enc) {
		panic(e.glueCall("errors", "unknownEncoding", encoding))
	}
	if o.socket == nil {
		defer e.passing(chunk.(*goja.Object), b)()
	}
	return e.vm.ToValue(w.WriteBytes(b, answer...))
}

// handed is a Buffer that a program writes: who gets the same bytes meanwhile gets the same object.
type handed struct {
	buffer *goja.Object
	bytes  []byte
}

// passing begins that; what it returns ends it.
func (e *Env) passing(chunk *goja.Object, b []byte) (over func()) {
	was := e.handed
	e.handed = handed{}
	if len(b) > 0 && chunk.Prototype() == e.classes.buffer.Get("prototype") {
		e.handed = handed{chunk, b}
	}
	return func() { e.handed = was }
}

func (h *handed) is(b []byte) bool {
	return h.buffer != nil && len(b) == len(h.bytes) && unsafe.SliceData(b) == unsafe.SliceData(h.bytes)
}

func isArrayBuffer(v goja.Value) bool {
	_, ok := v.Export().(goja.ArrayBuffer)
	return ok
}

// end is writable.end(chunk, encoding, callback).
func (e *Env) end(o *object, c goja.FunctionCall) goja.Value {
	chunk, encoding, cb := c.Argument(0), c.Argument(1), c.Argument(2)
	switch {
	case callback(chunk) != nil && !o.objectModeOut, callback(chunk) != nil && len(c.Arguments) == 1:
		chunk, encoding, cb = goja.Undefined(), goja.Undefined(), chunk
	case callback(encoding) != nil:
		encoding, cb = goja.Undefined(), encoding
	}
	var args []any
	if !isNil(chunk) {
		if o.objectModeOut && !isString(chunk) {
			args = append(args, chunk)
		} else {
			v, ok := e.chunkIn(chunk)
			if !ok || isArrayBuffer(chunk) {
				panic(e.invalidChunk(chunk))
			}
			args = append(args, v)
			if enc := text(encoding); enc != "" && isString(chunk) {
				args = append(args, enc)
			}
		}
	}
	if call := callback(cb); call != nil {
		args = append(args, func(err error) {
			e.call(call, goja.Undefined(), e.out(err))
		})
	}
	end(o.stream, args...)
	return c.This
}

func end(s stream.Stream, args ...any) {
	switch s := s.(type) {
	case *stream.Writable:
		s.End(args...)
	case *net2.Socket:
		s.End(args...)
	case *stream.Transform:
		s.End(args...)
	case *stream.Duplex:
		s.End(args...)
	}
}

func setDefaultEncoding(s stream.Stream, encoding string) {
	switch s := s.(type) {
	case *stream.Writable:
		s.SetDefaultEncoding(encoding)
	case *net2.Socket:
		s.SetDefaultEncoding(encoding)
	case *stream.Transform:
		s.SetDefaultEncoding(encoding)
	case *stream.Duplex:
		s.SetDefaultEncoding(encoding)
	}
}
