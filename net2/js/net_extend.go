package js

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/stream"
)

// extend lets a class of JavaScript that extends net.Socket override its hooks. An override gets a chunk of its own, to
// change or to keep; ours do neither.
func (e *Env) extend(js *goja.Object, o *object, s streamOptions) func(*stream.DuplexOptions) {
	return func(hooks *stream.DuplexOptions) {
		hooks.ReadOnlyChunks = true
		hooks.NoReadable, hooks.NoWritable = s.not("readable"), s.not("writable")
		if c, ok := o.scripted(); ok {
			c.extend(hooks)
		}
		o.base = *hooks
		base := &o.base
		proto := e.classes.socket.Get("prototype").(*goja.Object)
		if js.Prototype() == proto {
			return
		}
		overridden := func(name string) bool {
			f := js.Get(name)
			return f != nil && !f.StrictEquals(proto.Get(name))
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
				e.must(js, "_write", e.out(slices.Clone(b)), e.vm.ToValue("buffer"), e.done(cb))
				return
			}
			base.WriteBytes(d, b, cb)
		}
		// Node's sockets hand strings on as they are; only an override can tell.
		hooks.NoDecodeStrings = overridden("_write") || overridden("_writev")
		hooks.Write = func(d *stream.Duplex, chunk any, encoding string, cb func(error)) {
			if overridden("_write") {
				e.must(js, "_write", e.out(chunk), e.encodingOut(encoding), e.done(cb))
				return
			}
			base.WriteBytes(d, stream.Encode(chunk.(string), encoding), cb)
		}
		hooks.Writev = func(d *stream.Duplex, chunks []stream.Chunk, cb func(error)) {
			if overridden("_writev") {
				e.must(js, "_writev", e.chunks(own(chunks)), e.done(cb))
				return
			}
			base.Writev(d, encoded(chunks), cb)
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

// own gives the chunks bytes that nobody else has.
func own(chunks []stream.Chunk) []stream.Chunk {
	list := slices.Clone(chunks)
	for i := range list {
		list[i].Bytes = slices.Clone(list[i].Bytes)
	}
	return list
}

// encoded makes bytes of the strings among the chunks.
func encoded(chunks []stream.Chunk) []stream.Chunk {
	var list []stream.Chunk
	for i, c := range chunks {
		if s, ok := c.Value.(string); ok {
			if list == nil {
				list = slices.Clone(chunks)
			}
			list[i].Bytes, list[i].Value = stream.Encode(s, c.Encoding), nil
		}
	}
	if list == nil {
		return chunks
	}
	return list
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
