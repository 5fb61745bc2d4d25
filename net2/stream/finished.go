package stream

import (
	"context"

	"github.com/nodenet/go/events"
)

// FinishedOptions are the options of Finished. The zero value waits for all that the stream has.
type FinishedOptions struct {
	NoReadable bool            // readable: false: the readable side need not end
	NoWritable bool            // writable: false: the writable side need not finish
	NoError    bool            // error: false: an 'error' event by itself is not the end
	Context    context.Context // Node's signal: when it ends first, cb gets ABORT_ERR; the stream goes on
}

// Finished calls cb once, when s is over: with nil after it ended and finished, with the error that it failed with, or
// with ERR_STREAM_PREMATURE_CLOSE when it closed before. For a stream that is over already cb is called in the next
// tick. cb runs on the loop. It mirrors stream.finished(stream, options, callback).
//
// The listeners stay on s when cb has been called, so that a late 'error' is not unhandled; the func that is returned
// takes them off, and if cb has not been called it never will be. A nil cb panics with ERR_INVALID_ARG_TYPE.
// On the loop.
func Finished(s Stream, cb func(error), options ...FinishedOptions) (cleanup func()) {
	if cb == nil {
		panic(errInvalidArg("callback", "of type function", nil))
	}
	o := first(options)
	c := s.base()
	f := &finishedWatch{
		c: c, cb: cb,
		readable: !o.NoReadable && c.readableSide(),
		writable: !o.NoWritable && c.writableSide(),
	}
	f.start(!o.NoError)
	f.watch(o.Context)
	return f.cleanup
}

// finishedWatch is one call of Finished.
type finishedWatch struct {
	c  *core
	cb func(error) // nil when it was called, or never will be

	readable, writable  bool // what must be over
	readDone, writeDone bool
	willEmitClose       bool // 'close' comes by itself, so it is the moment to wait for

	onEnd, onFinish, onClose func()
	onError                  func(error)
	forget                   func() bool // takes back the context's call
}

// watchSides is Finished for Pipeline: which sides must be over is the caller's to say.
func watchSides(s Stream, readable, writable bool, cb func(error)) (cleanup func()) {
	f := &finishedWatch{c: s.base(), cb: cb, readable: readable, writable: writable}
	f.start(true)
	return f.cleanup
}

func (f *finishedWatch) start(errors bool) {
	c := f.c
	f.willEmitClose = c.willEmitClose() && c.readableSide() == f.readable && c.writableSide() == f.writable
	f.readDone, f.writeDone = c.readFinished(false), c.writeFinished()
	f.onEnd, f.onFinish, f.onClose, f.onError = f.end, f.finish, f.close, f.call
	c.On("end", f.onEnd)
	c.On("finish", f.onFinish)
	if errors {
		c.On("error", f.onError)
	}
	c.On("close", f.onClose)
	f.late()
}

// late sees to a stream that is over, or as good as over, already.
func (f *finishedWatch) late() {
	c := f.c
	switch {
	case c.closed:
		c.loop.NextTick(f.onClose)
	case c.errorEmitted:
		if !f.willEmitClose {
			c.loop.NextTick(f.closedBefore)
		}
	case !f.readable && (!f.willEmitClose || IsReadable(c.self())) && f.noMoreWrites(),
		!f.writable && (!f.willEmitClose || IsWritable(c.self())) && f.noMoreReads():
		c.loop.NextTick(f.closedBefore)
	}
}

func (f *finishedWatch) noMoreWrites() bool {
	w := f.c.wr
	return (f.writeDone || w != nil && !IsWritable(f.c.self())) && (w == nil || w.pendingCallbacks() == 0)
}

func (f *finishedWatch) noMoreReads() bool {
	return f.readDone || f.c.rd != nil && !IsReadable(f.c.self())
}

func (f *finishedWatch) call(err error) {
	cb := f.cb
	f.cb = nil
	if f.forget != nil {
		f.forget()
		f.forget = nil
	}
	if cb != nil {
		cb(err)
	}
}

func (f *finishedWatch) end() {
	f.readDone = true
	f.sideDone(!f.writable || f.writeDone, f.c.wr != nil && f.c.wr.Writable(), f.writable)
}

func (f *finishedWatch) finish() {
	f.writeDone = true
	f.sideDone(!f.readable || f.readDone, f.c.rd != nil && f.c.rd.Readable(), f.readable)
}

// sideDone calls back when the other side is done too, unless 'close' is the better moment.
func (f *finishedWatch) sideDone(otherDone, otherOpen, otherWatched bool) {
	if f.c.destroyed {
		f.willEmitClose = false // somebody destroyed it out of turn
	}
	if f.willEmitClose && (!otherOpen || otherWatched) {
		return
	}
	if otherDone {
		f.call(nil)
	}
}

func (f *finishedWatch) close() {
	c := f.c
	switch {
	case c.failed():
		f.call(c.Errored())
	case f.readable && !f.readDone && c.readableSide() && !c.readFinished(false),
		f.writable && !f.writeDone && !c.writeFinished():
		f.call(errPrematureClose())
	default:
		f.call(nil)
	}
}

// closedBefore is close for a stream of which nothing more is expected.
func (f *finishedWatch) closedBefore() { f.call(f.c.Errored()) }

func (f *finishedWatch) cleanup() {
	f.cb = nil
	if f.forget != nil {
		f.forget()
		f.forget = nil
	}
	c := f.c
	c.Off("finish", f.onFinish)
	c.Off("end", f.onEnd)
	c.Off("error", f.onError)
	c.Off("close", f.onClose)
}

// watch ends the wait, not the stream, when ctx ends.
func (f *finishedWatch) watch(ctx context.Context) {
	if ctx == nil || f.c.closed {
		return
	}
	abort := func() {
		if cb := f.cb; cb != nil {
			f.cleanup()
			cb(errAborted(ctx))
		}
	}
	if ctx.Err() != nil {
		f.c.loop.NextTick(abort)
		return
	}
	f.forget = events.AddAbortListener(ctx, func() { f.c.loop.Post(abort) })
}
