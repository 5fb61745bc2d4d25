package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// readable is the reading half of every stream of ours.
type readable interface {
	stream.ReadableStream
	Push(chunk any, encoding ...string) bool
	Unshift(chunk any, encoding ...string) bool
	ReadableFlowing() stream.Flowing
	ReadableHighWaterMark() int
	ReadableObjectMode() bool
	ReadableEncoding() string
	ReadableAborted() bool
	ReadableDidRead() bool
}

// writable is the writing half.
type writable interface {
	stream.WritableStream
	WriteEncoded(chunk, encoding string, cb ...func(error)) bool
	WriteValue(chunk any, encoding string, cb ...func(error)) bool
	Cork()
	Uncork()
	WritableCorked() int
	WritableHighWaterMark() int
	WritableObjectMode() bool
	WritableAborted() bool
}

// bindStreams gives the glue the constructors and methods of the stream classes.
func (e *Env) bindStreams() {
	e.bind("readableInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		r := stream.NewReadable(e.readableOptions(js, streamOptions{c.Argument(1)}))
		e.attachStream(js, &object{stream: r, readable: r, emitter: &r.EventEmitter}, streamOptions{c.Argument(1)})
		return goja.Undefined()
	})
	e.bind("writableInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		w := stream.NewWritable(e.writableOptions(js, streamOptions{c.Argument(1)}))
		e.attachStream(js, &object{stream: w, writable: w, emitter: &w.EventEmitter}, streamOptions{c.Argument(1)})
		return goja.Undefined()
	})
	e.bind("duplexInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		d := stream.NewDuplex(e.duplexOptions(js, streamOptions{c.Argument(1)}))
		e.attachStream(js, &object{stream: d, readable: d, writable: d, emitter: &d.EventEmitter}, streamOptions{c.Argument(1)})
		return goja.Undefined()
	})
	e.bind("transformInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		t := stream.NewTransform(e.transformOptions(js, streamOptions{c.Argument(1)}))
		e.attachStream(js, &object{stream: t, readable: t, writable: t, emitter: &t.EventEmitter}, streamOptions{c.Argument(1)})
		return goja.Undefined()
	})
	e.bindReadable()
	e.bindWritable()
	e.bindStreamState()
	e.bindFlow()
	e.bind("highWaterMark", func(c goja.FunctionCall) goja.Value {
		objects := c.Argument(0).ToBoolean()
		if len(c.Arguments) > 1 {
			stream.SetDefaultHighWaterMark(objects, int(c.Argument(1).ToInteger()))
		}
		return e.vm.ToValue(stream.GetDefaultHighWaterMark(objects))
	})
}

// attachStream ties a stream to its object. Listeners that were there before it was constructed move in.
func (e *Env) attachStream(js *goja.Object, o *object, options streamOptions) {
	o.capture = options.is("captureRejections")
	if o.readable != nil {
		o.objectModeIn = o.readable.ReadableObjectMode()
	}
	if o.writable != nil {
		o.objectModeOut = o.writable.WritableObjectMode()
	}
	e.attach(js, o)
	e.checkEmit(o)
}

// streamOptions reads the options of a stream's constructor, which the glue has checked.
type streamOptions struct{ v goja.Value }

func (s streamOptions) get(name string) goja.Value {
	o, ok := s.v.(*goja.Object)
	if !ok {
		return goja.Undefined()
	}
	v := o.Get(name)
	if v == nil {
		return goja.Undefined()
	}
	return v
}

func (s streamOptions) is(name string) bool  { return s.get(name).ToBoolean() }
func (s streamOptions) not(name string) bool { v := s.get(name); return !isNil(v) && !v.ToBoolean() }
func (s streamOptions) text(name string) string {
	return text(s.get(name))
}

// mark reads a high-water mark.
func (s streamOptions) mark(name string) int {
	v := s.get(name)
	if isNil(v) {
		return 0
	}
	if n := int(min(v.ToFloat(), 1<<52)); n > 0 {
		return n
	}
	return stream.ZeroHighWaterMark
}

// method returns a method of the program's object, or nil. It is looked up each time, as in Node.
func method(js *goja.Object, name string) goja.Callable {
	return callback(js.Get(name))
}

// must calls a method that the class has, if only to throw.
func (e *Env) must(js *goja.Object, name string, args ...goja.Value) {
	f := method(js, name)
	if f == nil {
		panic(e.vm.NewTypeError("this." + name + " is not a function"))
	}
	e.call(f, js, args...)
}

// encodingOut is what a hook is told: in object mode nothing if the writer said nothing.
func (e *Env) encodingOut(encoding string) goja.Value {
	if encoding == "" {
		return goja.Undefined()
	}
	return e.vm.ToValue(encoding)
}

// done makes the callback that a hook gets.
func (e *Env) done(cb func(error)) goja.Value {
	return e.fn("callback", 1, func(c goja.FunctionCall) goja.Value {
		cb(e.errorIn(c.Argument(0)))
		return goja.Undefined()
	})
}

func (e *Env) readableOptions(js *goja.Object, s streamOptions) stream.ReadableOptions {
	o := stream.ReadableOptions{
		Loop: e.loop,
		Read: func(_ *stream.Readable, n int) { e.must(js, "_read", e.vm.ToValue(n)) },
		Destroy: func(_ *stream.Readable, err error, cb func(error)) {
			e.must(js, "_destroy", e.out(err), e.done(cb))
		},
		HighWaterMark: s.mark("highWaterMark"), ObjectMode: s.is("objectMode"),
		Encoding: s.text("encoding"), DefaultEncoding: s.text("defaultEncoding"),
		NoEmitClose: s.not("emitClose"), NoAutoDestroy: s.not("autoDestroy"),
	}
	if method(js, "_construct") != nil {
		o.Construct = func(_ *stream.Readable, cb func(error)) { e.must(js, "_construct", e.done(cb)) }
	}
	return o
}

func (e *Env) writableOptions(js *goja.Object, s streamOptions) stream.WritableOptions {
	o := stream.WritableOptions{
		Loop: e.loop,
		Write: func(_ *stream.Writable, chunk any, encoding string, cb func(error)) {
			e.must(js, "_write", e.out(chunk), e.encodingOut(encoding), e.done(cb))
		},
		Writev: func(_ *stream.Writable, chunks []stream.Chunk, cb func(error)) {
			e.must(js, "_writev", e.chunks(chunks), e.done(cb))
		},
		Final:   func(_ *stream.Writable, cb func(error)) { e.must(js, "_final", e.done(cb)) },
		Destroy: func(_ *stream.Writable, err error, cb func(error)) { e.must(js, "_destroy", e.out(err), e.done(cb)) },
		Has:     e.has(js),

		HighWaterMark: s.mark("highWaterMark"), ObjectMode: s.is("objectMode"),
		DefaultEncoding: s.text("defaultEncoding"),
		NoDecodeStrings: s.not("decodeStrings"), NoEmitClose: s.not("emitClose"), NoAutoDestroy: s.not("autoDestroy"),
	}
	if method(js, "_construct") != nil {
		o.Construct = func(_ *stream.Writable, cb func(error)) { e.must(js, "_construct", e.done(cb)) }
	}
	return o
}

// has tells Go which of the hooks that may come later are there now.
func (e *Env) has(js *goja.Object) func(hook string) bool {
	return func(hook string) bool { return method(js, "_"+hook) != nil }
}

// chunks is what _writev gets.
func (e *Env) chunks(list []stream.Chunk) goja.Value {
	out := make([]any, len(list))
	bytes := true
	for i := range list {
		o := e.vm.NewObject()
		data := list[i].Data()
		if _, ok := data.([]byte); !ok {
			bytes = false
		}
		_ = o.Set("chunk", e.out(data))
		_ = o.Set("encoding", e.encodingOut(list[i].Encoding))
		out[i] = o
	}
	array := e.vm.NewArray(out...)
	_ = array.Set("allBuffers", bytes)
	return array
}

// socketOf returns the object of a socket that Go made.
func (e *Env) socketOf(s *net2.Socket) *object {
	if o := e.known.find(s); o != nil {
		return o
	}
	js := e.vm.CreateObject(e.classes.socket.Get("prototype").(*goja.Object))
	o := &object{stream: s, readable: s, writable: s, socket: s, emitter: &s.EventEmitter}
	e.attach(js, o)
	e.arrivedAs(o)
	if e.emitPatched {
		e.checkEmit(o)
	}
	s.On("end", e.classes.socketEnd)
	return o
}
