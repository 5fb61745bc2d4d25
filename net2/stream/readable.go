package stream

import (
	"github.com/nodenet/go/events"
)

// Readable is a source of chunks: Node's stream.Readable. Make one with NewReadable.
//
// Events: data(chunk), readable, end, pause, resume, error(err), close.
// A data listener takes func([]byte), func(string) or func(any); chunks are []byte, strings after SetEncoding, or any
// value in object mode. Everything but the constructor is on the loop.
type Readable struct {
	events.Chain[*Readable]
	core
	readSide
	hooks hooks[*Readable]
}

// NewReadable makes a readable stream. It mirrors new stream.Readable(options).
// A bad HighWaterMark panics with ERR_INVALID_ARG_VALUE, a bad encoding with ERR_UNKNOWN_ENCODING.
func NewReadable(o ReadableOptions) *Readable {
	r := &Readable{}
	r.hooks = hooks[*Readable]{r, &hookFuncs[*Readable]{read: o.Read, destroy: o.Destroy, construct: o.Construct}}
	r.core.rd = &r.readSide
	r.core.setup(o.Loop, &r.hooks, o.NoEmitClose, o.NoAutoDestroy)
	r.core.mark(marks{read: highWaterMark(o.HighWaterMark, o.ObjectMode, "options.highWaterMark")})
	r.readSide.setup(&r.core, readSetup{
		encoding:        o.Encoding,
		defaultEncoding: o.DefaultEncoding,
		objectMode:      o.ObjectMode,
	})
	r.core.initEvents(r, readableClass, o.CaptureRejections)
	r.InitChain(r)
	r.core.watchContext(o.Context)
	r.core.construct()
	return r
}

// Destroy ends the stream now: no more data, then 'error' (if err is given) and 'close' in a later tick.
// It mirrors readable.destroy(err).
func (r *Readable) Destroy(err ...error) *Readable {
	r.core.destroy(first(err))
	return r
}

// Resume lets data flow: the stream emits 'resume' in a later tick and then 'data' as it comes.
// With a 'readable' listener it does not flow. It mirrors readable.resume().
func (r *Readable) Resume() *Readable {
	r.readSide.resume()
	return r
}

// Pause stops 'data'. It mirrors readable.pause().
func (r *Readable) Pause() *Readable {
	r.readSide.pause()
	return r
}

// SetEncoding makes the stream deliver strings; characters are never cut. It mirrors readable.setEncoding(encoding).
// An unknown encoding panics with ERR_UNKNOWN_ENCODING.
func (r *Readable) SetEncoding(encoding string) *Readable {
	r.readSide.setEncoding(encoding)
	return r
}

// Unpipe stops piping to the destinations, or to all of them when none is named. It mirrors readable.unpipe(dst).
func (r *Readable) Unpipe(dst ...WritableStream) *Readable {
	r.readSide.unpipe(dst)
	return r
}

// Flowing is the three-valued state of a readable side.
type Flowing int8

// The values of readableFlowing.
const (
	FlowingNull  Flowing = iota // nobody has asked for data yet
	FlowingFalse                // paused, or read through 'readable'
	FlowingTrue                 // data is emitted as it comes
)

// String returns what Node prints: "null", "false" or "true".
func (f Flowing) String() string {
	switch f {
	case FlowingFalse:
		return "false"
	case FlowingTrue:
		return "true"
	}
	return "null"
}

// readSide is the state of a readable side: Node's ReadableState.
type readSide struct {
	c      *core
	length int     // of all that is buffered: bytes, UTF-16 units or chunks
	seldom *seldom // nil until something of it is set

	flowing           Flowing
	objectMode        bool
	disabled          bool // readable: false
	eof               bool // the end was pushed
	endEmitted        bool
	reading           bool // the read hook has been called and has not pushed
	sync              bool // inside the read hook: nothing may be emitted
	needReadable      bool // someone came when there was nothing
	emittedReadable   bool // a 'readable' is on its way
	readableListening bool
	dataListening     bool
	resumeScheduled   bool
	readingMore       bool // a readMore is on its way
	dataEmitted       bool
	pauseKnown        bool // pause or resume has been called
	paused            bool // by pause
}

// seldom is what most readable sides do without.
type seldom struct {
	buf chunkList // what is buffered
	text
	outlets
}

// text is what a readable side needs to know of strings.
type text struct {
	decoder         *StringDecoder // nil: chunks are bytes
	encoding        string         // of the decoder, as the program spelled it
	defaultEncoding string         // of strings that are pushed
}

// outlets are where a readable side is piped to.
type outlets struct {
	pipes           []*pipe
	awaitDrain      []*writeSide // destinations that said false
	multiAwaitDrain bool         // there have been two destinations at once
	current         any          // the string or value that is being emitted; nil for bytes
}

type readSetup struct {
	encoding, defaultEncoding string
	objectMode                bool
}

func (r *readSide) setup(c *core, s readSetup) {
	r.c = c
	r.objectMode = s.objectMode
	r.sync = true
	if enc := defaultEncoding(s.defaultEncoding); enc != UTF8 {
		r.own().defaultEncoding = enc
	}
	if s.encoding != "" {
		t := r.own()
		t.decoder, t.encoding = NewStringDecoder(s.encoding), s.encoding
	}
}

// defaultEncoding checks the option of that name.
func defaultEncoding(name string) string {
	switch name {
	case "", "utf8", "utf-8":
		return UTF8
	}
	if !IsEncoding(name) {
		panic(errUnknownEncoding(name))
	}
	return name
}

// own is what the stream seldom has, to be changed.
func (r *readSide) own() *seldom {
	if r.seldom == nil {
		r.seldom = &seldom{text: text{defaultEncoding: UTF8}}
	}
	return r.seldom
}

// decoder is nil for a stream of bytes.
func (r *readSide) decoder() *StringDecoder {
	if r.seldom == nil {
		return nil
	}
	return r.seldom.decoder
}

func (r *readSide) defaultEncoding() string {
	if r.seldom == nil {
		return UTF8
	}
	return r.seldom.defaultEncoding
}

func (r *readSide) readable() *readSide { return r }

// Readable tells whether the stream can still be read: not ended, destroyed or failed (readable.readable).
func (r *readSide) Readable() bool {
	return !r.disabled && !r.c.destroyed && !r.c.errorEmitted && !r.endEmitted
}

// ReadableDidRead tells whether data has ever been emitted or read.
func (r *readSide) ReadableDidRead() bool { return r.dataEmitted }

// ReadableAborted tells whether the stream was destroyed or failed before 'end'.
func (r *readSide) ReadableAborted() bool {
	return !r.disabled && (r.c.destroyed || r.c.failed()) && !r.endEmitted
}

// ReadableHighWaterMark returns the mark at which the stream stops reading ahead. A Read(n) beyond it raises it.
func (r *readSide) ReadableHighWaterMark() int { return r.c.marks.read }

// ReadableFlowing returns Node's three-valued readableFlowing.
func (r *readSide) ReadableFlowing() Flowing { return r.flowing }

// ReadableLength returns what is buffered: bytes, UTF-16 units after SetEncoding, chunks in object mode.
func (r *readSide) ReadableLength() int { return r.length }

// ReadableObjectMode tells whether chunks are values of any type.
func (r *readSide) ReadableObjectMode() bool { return r.objectMode }

// ReadableEncoding returns the encoding of the strings that the stream delivers, "" when it delivers bytes.
func (r *readSide) ReadableEncoding() string {
	if r.seldom == nil {
		return ""
	}
	return r.seldom.encoding
}

// ReadableEnded tells whether 'end' has been emitted.
func (r *readSide) ReadableEnded() bool { return r.endEmitted }

// IsPaused tells whether Pause was called, or a 'readable' listener holds the flow (readable.isPaused).
func (r *readSide) IsPaused() bool { return r.paused || r.flowing == FlowingFalse }
