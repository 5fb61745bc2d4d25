package stream

import (
	"github.com/nodenet/go/events"
)

// IsDestroyed tells whether s has been destroyed. It mirrors stream.isDestroyed. On the loop, as all of these.
func IsDestroyed(s Stream) bool { return s.base().destroyed }

// IsErrored tells whether s has failed and said so: it becomes true just before 'error' is emitted, a tick after
// s.Errored() has the error. It mirrors stream.isErrored.
func IsErrored(s Stream) bool { return s.base().errorEmitted }

// IsDisturbed tells whether data has been taken from s, or its readable side was cut off before 'end'.
// It mirrors stream.isDisturbed.
func IsDisturbed(s Stream) bool {
	r := s.base().rd
	return r != nil && (r.ReadableDidRead() || r.ReadableAborted())
}

// IsReadable tells whether s can still be read from. It mirrors stream.isReadable, with false where that answers null:
// when s has no readable side.
func IsReadable(s Stream) bool {
	c := s.base()
	return c.readableSide() && c.rd.Readable() && !c.destroyed && !c.readFinished(true)
}

// IsWritable tells whether s can still be written to. It mirrors stream.isWritable, with false where that answers
// null: when s has no writable side.
func IsWritable(s Stream) bool {
	c := s.base()
	return c.writableSide() && c.wr.Writable() && !c.destroyed && !c.wr.WritableEnded()
}

// readableSide tells whether there is a readable side that was not switched off.
func (c *core) readableSide() bool { return c.rd != nil && (c.wr == nil || !c.rd.disabled) }

// writableSide tells whether there is a writable side that was not switched off.
func (c *core) writableSide() bool { return c.wr != nil && (c.rd == nil || !c.wr.disabled) }

// readFinished tells whether 'end' was emitted; without strict also whether it only waits for its turn.
func (c *core) readFinished(strict bool) bool {
	if !c.readableSide() || c.failed() {
		return false
	}
	return c.rd.endEmitted || !strict && c.rd.eof && c.rd.length == 0
}

// writeFinished tells whether 'finish' was emitted or only waits for its turn.
func (c *core) writeFinished() bool {
	if !c.writableSide() {
		return false
	}
	w := c.wr
	return w.finished || !c.failed() && w.endReturned && w.length == 0
}

// willEmitClose tells whether 'close' is still to come by itself.
func (c *core) willEmitClose() bool { return c.autoDestroy && c.emitClose && !c.closed }

// over tells whether both sides are done, so that destroying the stream cuts nothing off.
func over(s Stream) bool { return IsDestroyed(s) || !IsReadable(s) && !IsWritable(s) }

// cutOff destroys s. A stream that was not done fails with ABORT_ERR if there is no other error.
func cutOff(s Stream, err error) {
	if IsDestroyed(s) {
		return
	}
	if err == nil && !over(s) {
		err = events.AbortError(nil)
	}
	s.base().destroy(err)
}
