package stream

import (
	"context"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// Transform is a Duplex whose readable side gives what its hook makes of what is written: Node's stream.Transform.
// Make one with NewTransform, or embed one in a struct and call Init. It must not be copied.
//
// It has the methods and events of Duplex. The readable side sets the pace: the hook's next chunk waits until the
// last one's output has been taken, up to the high-water mark. Everything but the constructor is on the loop.
type Transform struct {
	events.Chain[*Transform]
	Duplex
	hooks transformHooks
}

// TransformOptions are the options of NewTransform and Transform.Init. The zero value means Node's defaults; one of
// TransformBytes and Transform is needed.
type TransformOptions struct {
	// TransformBytes is Node's transform(chunk, encoding, callback) for streams of bytes: it takes b and calls cb once,
	// now or later, with an error or with the output, nil for none; or it gives the output to Push before. It is
	// preferred to Transform, because nothing is boxed on the way. b may be the output.
	TransformBytes func(t *Transform, b []byte, cb func(err error, data []byte))
	// Transform is the same for any chunk: a []byte with the encoding "buffer", or a string with NoDecodeStrings, or any
	// value in object mode. Output nil is none.
	Transform func(t *Transform, chunk any, encoding string, cb func(err error, data any))
	// Flush is Node's flush(callback): the last chance to give output, after the last chunk and before 'end'.
	Flush func(t *Transform, cb func(err error, data any))
	// Final, Destroy and Construct: see WritableOptions. Final comes before Flush.
	Final     func(t *Transform, cb func(error))
	Destroy   func(t *Transform, err error, cb func(error))
	Construct func(t *Transform, cb func(error))
	// Has: see WritableOptions. It is asked about "final" and "flush".
	Has func(hook string) bool

	Loop    *loop.Loop      // nil: loop.Default()
	Context context.Context // Node's signal: when it ends, the stream is destroyed with ABORT_ERR
	Owner   Stream          // the stream that embeds the Transform; see DuplexOptions
	Class   string          // the class that messages name; "": Transform

	HighWaterMark         int // of both sides; comes before the two below
	ReadableHighWaterMark int // ZeroHighWaterMark here makes the writable side's 0 too, unless that is given
	WritableHighWaterMark int
	Encoding              string
	DefaultEncoding       string
	ObjectMode            bool // of both sides
	ReadableObjectMode    bool
	WritableObjectMode    bool
	NoAllowHalfOpen       bool
	NoDecodeStrings       bool
	ReadOnlyChunks        bool // see WritableOptions; then b may not be the output
	NoEmitClose           bool
	NoAutoDestroy         bool

	CaptureRejections bool
}

// NewTransform makes a transform stream. It mirrors new stream.Transform(options).
// A bad high-water mark panics with ERR_INVALID_ARG_VALUE, a bad encoding with ERR_UNKNOWN_ENCODING.
func NewTransform(o TransformOptions) *Transform {
	t := &Transform{}
	t.Init(o)
	return t
}

// Init makes a Transform that is embedded in another struct ready; see Duplex.Init.
func (t *Transform) Init(o TransformOptions) {
	t.hooks = transformHooks{
		hooks: hooks[*Transform]{t, &hookFuncs[*Transform]{final: o.Final, destroy: o.Destroy, construct: o.Construct,
			has: o.Has}},
		transform: o.Transform, transformBytes: o.TransformBytes, flush: o.Flush,
	}
	t.hooks.bytesDone, t.hooks.valueDone = t.hooks.gotBytes, t.hooks.gotValue
	t.core.rd, t.core.wr = &t.readSide, &t.writeSide
	self := o.Owner
	if self == nil {
		self = t
	}
	t.core.setup(o.Loop, &t.hooks, o.NoEmitClose, o.NoAutoDestroy)
	t.core.allowHalfOpen = !o.NoAllowHalfOpen
	t.initSides(o.sides())
	t.readSide.sync = false // output may be emitted before anyone has read
	c := transformClass
	if o.Class != "" {
		c = &class{name: o.Class, signatures: signatures}
	}
	t.core.initEvents(self, c, o.CaptureRejections)
	t.Duplex.InitChain(&t.Duplex)
	t.Chain.InitChain(t)
	t.core.watchContext(o.Context)
	t.core.On("prefinish", t.hooks.prefinish)
	t.core.construct()
}

// sides returns what both sides are made from. A readable side that shall not buffer would do so in front, on the
// writable side, so a mark of 0 is for both.
func (o *TransformOptions) sides() DuplexOptions {
	if o.HighWaterMark == ZeroHighWaterMark || o.HighWaterMark == 0 && o.ReadableHighWaterMark == ZeroHighWaterMark {
		o.HighWaterMark, o.ReadableHighWaterMark = 0, ZeroHighWaterMark
		if o.WritableHighWaterMark == 0 {
			o.WritableHighWaterMark = ZeroHighWaterMark
		}
	}
	return DuplexOptions{
		HighWaterMark: o.HighWaterMark, ReadableHighWaterMark: o.ReadableHighWaterMark,
		WritableHighWaterMark: o.WritableHighWaterMark,
		Encoding:              o.Encoding, DefaultEncoding: o.DefaultEncoding,
		ObjectMode: o.ObjectMode, ReadableObjectMode: o.ReadableObjectMode, WritableObjectMode: o.WritableObjectMode,
		NoDecodeStrings: o.NoDecodeStrings, ReadOnlyChunks: o.ReadOnlyChunks,
	}
}

// transformHooks turns the hooks of a Transform into those of a Duplex.
type transformHooks struct {
	hooks[*Transform]
	transform      func(*Transform, any, string, func(error, any))
	transformBytes func(*Transform, []byte, func(error, []byte))
	flush          func(*Transform, func(error, any))

	bytesDone func(error, []byte) // gotBytes and gotValue, made once
	valueDone func(error, any)
	written   func(error) // the callback of the chunk that is being transformed
	held      func(error) // the callback that waits until somebody reads
	before    int         // what the readable side held when the hook was called
}

func (h *transformHooks) doWrite(b []byte, value any, encoding string, cb func(error)) {
	t := h.self
	h.written, h.before = cb, t.readSide.length
	switch {
	case value == nil && h.transformBytes != nil:
		h.transformBytes(t, b, h.bytesDone)
	case h.transform != nil:
		if value == nil {
			value = b
		}
		h.transform(t, value, encoding, h.valueDone)
	case h.transformBytes != nil:
		s, ok := value.(string)
		if !ok {
			cb(errInvalidChunk(value))
			return
		}
		h.transformBytes(t, Encode(s, encoding), h.bytesDone)
	default:
		panic(errNotImplemented("_transform()"))
	}
}

func (h *transformHooks) gotBytes(err error, b []byte) {
	if err == nil && b != nil {
		h.self.PushBytes(b)
	}
	h.transformed(err)
}

func (h *transformHooks) gotValue(err error, v any) {
	if err == nil && v != nil {
		h.self.Push(v)
	}
	h.transformed(err)
}

// transformed answers the write, or keeps the answer back while the readable side is full.
func (h *transformHooks) transformed(err error) {
	cb := h.written
	if err != nil {
		cb(err)
		return
	}
	r, w := &h.self.readSide, &h.self.writeSide
	switch {
	case r.eof:
		// The hook ended the stream: let 'end' go first.
		r.c.loop.NextTick(func() { cb(nil) })
	case w.endReturned || r.length == h.before || r.length < r.c.marks.read:
		cb(nil)
	default:
		h.held = cb
	}
}

func (h *transformHooks) doRead(int) {
	if cb := h.held; cb != nil {
		h.held = nil
		cb(nil)
	}
}

func (h *transformHooks) canFinal() bool { return true }

func (h *transformHooks) doFinal(cb func(error)) {
	if h.hasFinal() {
		h.final(h.self, cb)
		return
	}
	h.finish(cb)
}

// prefinish is the listener that flushes after a Final hook of the program's own.
func (h *transformHooks) prefinish() {
	if h.hasFinal() {
		h.finish(nil)
	}
}

func (h *transformHooks) hasFinal() bool { return h.final != nil && h.there("final") }

// finish flushes and ends the readable side. cb may be nil.
func (h *transformHooks) finish(cb func(error)) {
	t := h.self
	if h.flush == nil || !h.there("flush") || t.core.destroyed {
		t.Push(nil)
		if cb != nil {
			cb(nil)
		}
		return
	}
	h.flush(t, func(err error, data any) {
		switch {
		case err != nil && cb == nil:
			t.core.destroy(err)
			return
		case err != nil:
			cb(err)
			return
		case data != nil:
			t.Push(data)
		}
		t.Push(nil)
		if cb != nil {
			cb(nil)
		}
	})
}

// Destroy is Duplex.Destroy.
func (t *Transform) Destroy(err ...error) *Transform {
	t.core.destroy(first(err))
	return t
}

// End is Writable.End.
func (t *Transform) End(args ...any) *Transform {
	t.writeSide.end(args...)
	return t
}

// SetDefaultEncoding is Writable.SetDefaultEncoding.
func (t *Transform) SetDefaultEncoding(encoding string) *Transform {
	t.writeSide.setDefaultEncoding(encoding)
	return t
}

// Resume is Readable.Resume.
func (t *Transform) Resume() *Transform {
	t.readSide.resume()
	return t
}

// Pause is Readable.Pause.
func (t *Transform) Pause() *Transform {
	t.readSide.pause()
	return t
}

// SetEncoding is Readable.SetEncoding.
func (t *Transform) SetEncoding(encoding string) *Transform {
	t.readSide.setEncoding(encoding)
	return t
}

// Unpipe is Readable.Unpipe.
func (t *Transform) Unpipe(dst ...WritableStream) *Transform {
	t.readSide.unpipe(dst)
	return t
}
