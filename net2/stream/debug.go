package stream

// DebugState is a copy of what a stream keeps to itself: Node's _readableState and _writableState. It is for debuggers
// and bridges; programs have methods for what they may rely on.
type DebugState struct {
	Constructed, Destroyed, Closed, CloseEmitted, ErrorEmitted, AutoDestroy, EmitClose bool

	Read  ReadDebug  // zero if there is no such side
	Write WriteDebug // zero if there is no such side
}

// ReadDebug is the readable half of a DebugState.
type ReadDebug struct {
	Ended             bool // the end was pushed
	EndEmitted        bool
	Reading           bool // the read hook was called and has not answered
	Sync              bool // nothing may be emitted at once
	NeedReadable      bool
	EmittedReadable   bool
	ReadableListening bool
	ResumeScheduled   bool
	ReadingMore       bool
	MultiAwaitDrain   bool
	Buffered          []any // the chunks that wait
	Pipes             []Stream
	AwaitDrain        []Stream // destinations that are full
	DefaultEncoding   string
}

// WriteDebug is the writable half of a DebugState.
type WriteDebug struct {
	Ending, Ended, Finished, FinalCalled, Prefinished, NeedDrain, Writing, Sync, DecodeStrings bool

	Buffered         []Chunk // that wait; not to be changed
	PendingCallbacks int
	DefaultEncoding  string
}

// Debug returns the state of s. On the loop.
func Debug(s Stream) DebugState {
	c := s.base()
	d := DebugState{Constructed: c.constructed, Destroyed: c.destroyed, Closed: c.closed, CloseEmitted: c.closeEmitted,
		ErrorEmitted: c.errorEmitted, AutoDestroy: c.autoDestroy, EmitClose: c.emitClose}
	if c.rd != nil {
		d.Read = c.rd.debug()
	}
	if c.wr != nil {
		d.Write = c.wr.debug()
	}
	return d
}

func (r *readSide) debug() ReadDebug {
	d := ReadDebug{
		Ended: r.eof, EndEmitted: r.endEmitted, Reading: r.reading, Sync: r.sync, NeedReadable: r.needReadable,
		EmittedReadable: r.emittedReadable, ReadableListening: r.readableListening, ResumeScheduled: r.resumeScheduled,
		ReadingMore: r.readingMore, DefaultEncoding: r.defaultEncoding(),
	}
	if r.seldom == nil {
		return d
	}
	for _, ch := range r.seldom.buf.all() {
		if ch.value != nil {
			d.Buffered = append(d.Buffered, ch.value)
		} else {
			d.Buffered = append(d.Buffered, ch.bytes)
		}
	}
	d.MultiAwaitDrain = r.seldom.multiAwaitDrain
	for _, p := range r.seldom.pipes {
		d.Pipes = append(d.Pipes, p.dst.c.self())
	}
	for _, w := range r.seldom.awaitDrain {
		d.AwaitDrain = append(d.AwaitDrain, w.c.self())
	}
	return d
}

func (w *writeSide) debug() WriteDebug {
	return WriteDebug{
		Ending: w.ending, Ended: w.endReturned, Finished: w.finished, FinalCalled: w.finalCalled,
		Prefinished: w.prefinished, NeedDrain: w.needDrain, Writing: w.writing, Sync: w.sync,
		DecodeStrings: w.decodeStrings, Buffered: w.waiting(),
		PendingCallbacks: int(w.pending), DefaultEncoding: w.defaultEncoding(),
	}
}
