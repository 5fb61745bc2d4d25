package stream

import (
	"strings"

	"github.com/nodenet/go/events"
)

// Writable is a destination of chunks: Node's stream.Writable. Make one with NewWritable.
//
// Events: drain, finish, prefinish, pipe(src), unpipe(src), error(err), close.
// Everything but the constructor is on the loop.
type Writable struct {
	events.Chain[*Writable]
	core
	writeSide
	hooks hooks[*Writable]
}

// NewWritable makes a writable stream. It mirrors new stream.Writable(options).
// A bad HighWaterMark panics with ERR_INVALID_ARG_VALUE, a bad encoding with ERR_UNKNOWN_ENCODING.
func NewWritable(o WritableOptions) *Writable {
	w := &Writable{}
	w.hooks = hooks[*Writable]{w, &hookFuncs[*Writable]{writeBytes: o.WriteBytes, write: o.Write, writev: o.Writev,
		final: o.Final, destroy: o.Destroy, construct: o.Construct, has: o.Has}}
	w.core.wr = &w.writeSide
	w.core.setup(o.Loop, &w.hooks, o.NoEmitClose, o.NoAutoDestroy)
	w.core.mark(marks{write: highWaterMark(o.HighWaterMark, o.ObjectMode, "options.highWaterMark")})
	w.writeSide.setup(&w.core, writeSetup{
		defaultEncoding: o.DefaultEncoding,
		objectMode:      o.ObjectMode,
		noDecodeStrings: o.NoDecodeStrings,
		readOnlyChunks:  o.ReadOnlyChunks,
	})
	w.core.initEvents(w, writableClass, o.CaptureRejections)
	w.InitChain(w)
	w.core.watchContext(o.Context)
	w.core.construct()
	return w
}

// Destroy ends the stream now: what has not been written is dropped and its callbacks get an error, then 'error' (if
// err is given) and 'close' in a later tick. It mirrors writable.destroy(err).
func (w *Writable) Destroy(err ...error) *Writable {
	w.core.destroy(first(err))
	return w
}

// End ends the stream after one last chunk, if there is one: End(), End(chunk), End(chunk, encoding), each with a
// callback func() or func(error) as the last argument, called on 'finish' or with the error that prevents it.
// It mirrors writable.end(chunk, encoding, callback).
func (w *Writable) End(args ...any) *Writable {
	w.writeSide.end(args...)
	return w
}

// SetDefaultEncoding says what encoding strings have that are written without one.
// It mirrors writable.setDefaultEncoding(encoding). An unknown encoding panics with ERR_UNKNOWN_ENCODING.
func (w *Writable) SetDefaultEncoding(encoding string) *Writable {
	w.writeSide.setDefaultEncoding(encoding)
	return w
}

// writeSide is the state of a writable side: Node's WritableState.
type writeSide struct {
	c       *core
	corked  int32
	pending int32 // callbacks owed; 'finish' waits for them

	objectMode       bool
	disabled         bool // writable: false
	decodeStrings    bool
	countUnits       bool // of strings, though the hooks get bytes
	readOnlyChunks   bool
	sync             bool // inside a hook
	needDrain        bool
	ending           bool // End was called
	endReturned      bool
	finalCalled      bool
	prefinished      bool
	finished         bool // 'finish' was emitted
	writing          bool // a hook has a chunk
	expectDone       bool // its callback has not been called
	hasBuffered      bool
	bufferedCallback bool // one of those that wait has a callback
	clearing         bool // what waited is being written
	afterPending     bool // an afterWrite is on its way
	stdio            bool // pipe does not end it
	takes            bool // there is a TakeBytes hook

	length int   // of what is written or waits: bytes, UTF-16 units or chunks
	held   *held // nil until something waited
}

// held is what waits in a writable side, and what only chunks need that a hook may let wait.
type held struct {
	writing  int         // length of what the hook is writing
	done     func(error) // the callback of what the hook is writing
	hookDone func(error) // what the hook calls; made once

	defaultEncoding string

	chunks       []Chunk
	head         int           // of chunks: the first that is still there
	onFinished   []func(error) // callbacks of End
	batch, spare *writeBatch
}

type writeSetup struct {
	defaultEncoding                                         string
	objectMode, noDecodeStrings, countUnits, readOnlyChunks bool
}

func (w *writeSide) setup(c *core, s writeSetup) {
	w.c = c
	w.objectMode = s.objectMode
	w.decodeStrings = !s.noDecodeStrings
	w.countUnits = s.countUnits
	w.readOnlyChunks = s.readOnlyChunks
	w.sync = true
	if enc := defaultEncoding(s.defaultEncoding); enc != UTF8 {
		w.hold().defaultEncoding = enc
	}
}

func (w *writeSide) writable() *writeSide { return w }

// owesCallbacks tells whether a destroy leaves callbacks that nothing else would call.
func (w *writeSide) owesCallbacks() bool {
	return w.hasBuffered || w.held != nil && w.held.onFinished != nil
}

// hold is where things wait.
func (w *writeSide) hold() *held {
	if w.held == nil {
		w.held = &held{hookDone: w.onWrite, defaultEncoding: UTF8}
	}
	return w.held
}

func (w *writeSide) defaultEncoding() string {
	if w.held == nil {
		return UTF8
	}
	return w.held.defaultEncoding
}

// pendingCallbacks returns how many writes, and hooks of the end, have not been answered.
func (w *writeSide) pendingCallbacks() int { return int(w.pending) }

// Writable tells whether the stream can be written to: not ended, destroyed or failed (writable.writable).
func (w *writeSide) Writable() bool {
	return !w.disabled && !w.ending && !w.endReturned && !w.c.destroyed && !w.c.failed()
}

// WritableEnded tells whether End was called.
func (w *writeSide) WritableEnded() bool { return w.ending }

// WritableFinished tells whether everything was written after End; set just before 'finish'.
func (w *writeSide) WritableFinished() bool { return w.finished }

// WritableLength returns what is buffered or being written: bytes, or chunks in object mode.
func (w *writeSide) WritableLength() int { return w.length }

// BufferedBytes returns how many bytes wait for the hooks of s, a stream of bytes. For the makers of streams. On the loop.
func BufferedBytes(s WritableStream) int {
	n := 0
	for _, ch := range s.writable().waiting() {
		n += len(ch.Bytes)
	}
	return n
}

// WritableHighWaterMark returns the length at which Write starts to return false.
func (w *writeSide) WritableHighWaterMark() int { return w.c.marks.write }

// WritableObjectMode tells whether chunks are values of any type.
func (w *writeSide) WritableObjectMode() bool { return w.objectMode }

// WritableCorked returns how many Uncorks are needed to uncork the stream.
func (w *writeSide) WritableCorked() int { return int(w.corked) }

// WritableNeedDrain tells whether a Write returned false and 'drain' is still to come.
func (w *writeSide) WritableNeedDrain() bool { return w.needDrain && !w.ending && !w.c.destroyed }

// WritableAborted tells whether the stream was destroyed or failed before 'finish'.
func (w *writeSide) WritableAborted() bool {
	return !w.disabled && (w.c.destroyed || w.c.failed()) && !w.finished
}

func (w *writeSide) setDefaultEncoding(encoding string) {
	encoding = strings.ToLower(encoding)
	if !IsEncoding(encoding) {
		panic(errUnknownEncoding(encoding))
	}
	w.hold().defaultEncoding = defaultEncoding(encoding)
}
