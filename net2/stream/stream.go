package stream

import (
	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// Stream is any stream of this package, and whatever embeds one.
type Stream interface {
	events.Emitter
	Destroyed() bool
	Closed() bool
	Errored() error

	base() *core
}

// ReadableStream is a stream with a readable side: *Readable, *Duplex and what embeds them.
type ReadableStream interface {
	Stream
	Read(n ...int) any
	Pipe(dst WritableStream, o ...PipeOptions) WritableStream
	IsPaused() bool
	Readable() bool
	ReadableEnded() bool
	ReadableLength() int

	readable() *readSide
}

// WritableStream is a stream with a writable side: *Writable, *Duplex and what embeds them.
type WritableStream interface {
	Stream
	Write(chunk any, cb ...func(error)) bool
	WriteBytes(b []byte, cb ...func(error)) bool
	Writable() bool
	WritableEnded() bool
	WritableFinished() bool
	WritableLength() int
	WritableNeedDrain() bool

	writable() *writeSide
}

// core is what every stream has, whichever sides it has: its loop, its hooks, and the state that Node keeps twice in
// a Duplex although it can never differ (destroyed, errored, closed).
type core struct {
	events.EventEmitter
	rd *readSide  // nil: not readable
	wr *writeSide // nil: not writable
	*home

	// A write looks at all of these, and then at its writeSide, which comes next in memory.
	hooks         driver
	failure       *failure // nil: none
	marks         *marks
	constructed   bool
	destroyed     bool
	closed        bool // the destroy hook has called back
	closeEmitted  bool // 'close' was emitted, or would have been but for NoEmitClose
	errorEmitted  bool
	emitClose     bool
	autoDestroy   bool
	allowHalfOpen bool
}

// failure is what a stream failed with. Most never do.
type failure struct{ err error }

// marks are the high-water marks of both sides, never changed in place: most streams of a loop share them.
type marks struct{ read, write int }

// deferredDestroy is in the place of the hooks while a destroy waits for that of construct.
type deferredDestroy struct {
	driver
	err error
}

func (c *core) base() *core { return c }

// self is what listeners and hooks know the stream as.
func (c *core) self() Stream { return events.This(&c.EventEmitter).(Stream) }

// setup fills in the parts that need no side. The sides must be linked before.
func (c *core) setup(l *loop.Loop, hooks driver, noEmitClose, noAutoDestroy bool) {
	if l == nil {
		l = loop.Default()
	}
	c.home, c.hooks = homeOf(l), hooks
	c.constructed = true
	c.emitClose, c.autoDestroy = !noEmitClose, !noAutoDestroy
	c.allowHalfOpen = true
}

// Loop returns the loop that runs the stream's callbacks. From any goroutine.
func (c *core) Loop() *loop.Loop { return c.loop }

// Destroyed tells whether Destroy was called, by the program or by the stream itself. On the loop.
func (c *core) Destroyed() bool { return c.destroyed }

// Closed tells whether the destroy hook has finished; 'close' has been or is about to be emitted. On the loop.
func (c *core) Closed() bool { return c.closed }

// Errored returns the error that the stream failed with, nil while it has not. On the loop.
func (c *core) Errored() error {
	if c.failure == nil {
		return nil
	}
	return c.failure.err
}

// failed tells whether Errored has an error.
func (c *core) failed() bool { return c.failure != nil }

// tick names a step that runs in the stream's own nextTick.
type tick uint8

const (
	tickReadMore tick = iota
	tickReadable
	tickReadZero
	tickResume
	tickReadableListening
	tickEnd
	tickEndWritable
	tickAfterWrite
	tickFinish
	tickFinishMaybe
	tickFailBuffered
	tickClose
)

func (c *core) runTick(t tick) {
	switch t {
	case tickReadMore:
		c.rd.readMore()
	case tickReadable:
		c.rd.announce()
	case tickReadZero:
		c.rd.take(0)
	case tickResume:
		c.rd.resumed()
	case tickReadableListening:
		c.rd.recount()
	case tickEnd:
		c.rd.ended()
	case tickEndWritable:
		c.endWritable()
	case tickAfterWrite:
		c.wr.afterWrite(1, nil)
	case tickFinish:
		c.wr.finish()
	case tickFinishMaybe:
		c.wr.finishLater()
	case tickFailBuffered:
		c.wr.failBuffered()
	case tickClose:
		c.close()
	}
}
