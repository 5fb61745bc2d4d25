package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/stream"
)

func (e *Env) duplexOptions(js *goja.Object, s streamOptions) stream.DuplexOptions {
	o := stream.DuplexOptions{
		Loop: e.loop,
		Read: func(_ *stream.Duplex, n int) { e.must(js, "_read", e.vm.ToValue(n)) },
		Write: func(_ *stream.Duplex, chunk any, encoding string, cb func(error)) {
			e.must(js, "_write", e.out(chunk), e.encodingOut(encoding), e.done(cb))
		},
		Writev: func(_ *stream.Duplex, chunks []stream.Chunk, cb func(error)) {
			e.must(js, "_writev", e.chunks(chunks), e.done(cb))
		},
		Final:   func(_ *stream.Duplex, cb func(error)) { e.must(js, "_final", e.done(cb)) },
		Destroy: func(_ *stream.Duplex, err error, cb func(error)) { e.must(js, "_destroy", e.out(err), e.done(cb)) },
		AutoEnd: func(*stream.Duplex) { e.glueCall("stream_state", "autoEnd", js) },
		Has:     e.has(js),

		HighWaterMark:         s.mark("highWaterMark"),
		ReadableHighWaterMark: s.mark("readableHighWaterMark"), WritableHighWaterMark: s.mark("writableHighWaterMark"),
		Encoding: s.text("encoding"), DefaultEncoding: s.text("defaultEncoding"), ObjectMode: s.is("objectMode"),
		ReadableObjectMode: s.is("readableObjectMode"), WritableObjectMode: s.is("writableObjectMode"),
		NoReadable: s.not("readable"), NoWritable: s.not("writable"), NoAllowHalfOpen: s.not("allowHalfOpen"),
		NoDecodeStrings: s.not("decodeStrings"), NoEmitClose: s.not("emitClose"), NoAutoDestroy: s.not("autoDestroy"),
	}
	if method(js, "_construct") != nil {
		o.Construct = func(_ *stream.Duplex, cb func(error)) { e.must(js, "_construct", e.done(cb)) }
	}
	return o
}

func (e *Env) transformOptions(js *goja.Object, s streamOptions) stream.TransformOptions {
	o := stream.TransformOptions{
		Loop: e.loop,
		Transform: func(t *stream.Transform, chunk any, encoding string, cb func(error, any)) {
			e.must(js, "_transform", e.out(chunk), e.encodingOut(encoding), e.output(t, cb))
		},
		Flush:   func(t *stream.Transform, cb func(error, any)) { e.must(js, "_flush", e.output(t, cb)) },
		Final:   func(_ *stream.Transform, cb func(error)) { e.must(js, "_final", e.done(cb)) },
		Destroy: func(_ *stream.Transform, err error, cb func(error)) { e.must(js, "_destroy", e.out(err), e.done(cb)) },
		Has:     e.has(js),

		HighWaterMark:         s.mark("highWaterMark"),
		ReadableHighWaterMark: s.mark("readableHighWaterMark"), WritableHighWaterMark: s.mark("writableHighWaterMark"),
		Encoding: s.text("encoding"), DefaultEncoding: s.text("defaultEncoding"), ObjectMode: s.is("objectMode"),
		ReadableObjectMode: s.is("readableObjectMode"), WritableObjectMode: s.is("writableObjectMode"),
		NoAllowHalfOpen: s.not("allowHalfOpen"), NoDecodeStrings: s.not("decodeStrings"),
		NoEmitClose: s.not("emitClose"), NoAutoDestroy: s.not("autoDestroy"),
	}
	if method(js, "_construct") != nil {
		o.Construct = func(_ *stream.Transform, cb func(error)) { e.must(js, "_construct", e.done(cb)) }
	}
	return o
}

// output makes the callback of transform and flush.
func (e *Env) output(t *stream.Transform, cb func(error, any)) goja.Value {
	return e.fn("callback", 2, func(c goja.FunctionCall) goja.Value {
		data := c.Argument(1)
		switch {
		case isNil(data):
			cb(e.errorIn(c.Argument(0)), nil)
		default:
			v, ok := e.chunkFor(t, data)
			if !ok {
				cb(e.errorIn(e.invalidChunk(data)), nil)
				return goja.Undefined()
			}
			cb(e.errorIn(c.Argument(0)), v)
		}
		return goja.Undefined()
	})
}
