package net2

import (
	"slices"
	"sync/atomic"
	"syscall"
)

// writer brings chunks to the kernel. Small ones gather in a turn and leave in
// one write when the loop's turn ends; to the program they are written, as if
// the kernel's own buffer were a little larger. A chunk that does not fit
// leaves at once. What the kernel refuses is the goroutine's work, and the
// chunk's callback waits for it.
type writer struct {
	h *handle

	turn     *turn       // nil while there is nothing to send
	stall    *stall      // nil before the first one
	shutdown func(error) // waits for all of the above, and for FIN to be sent
}

// stall is what waits for a full kernel.
type stall struct {
	left   atomic.Int64 // bytes that the goroutine has still to write
	cb     func(error)  // of the chunk that these end with, or nil
	next   [][]byte     // arrived since: at most what one call of the stream brings
	nextCb func(error)  // of next

	failure func() // tells of a write that has failed, after reading has told of the end
}

// queued is how many bytes the goroutine has still to write.
func (w *writer) queued() int64 {
	if w.stall == nil {
		return 0
	}
	return w.stall.left.Load()
}

// write takes one chunk. cb is called before write returns unless the kernel is full.
func (w *writer) write(b []byte, cb func(error)) {
	switch {
	case w.h.stalled:
		w.stall.next, w.stall.nextCb = append(w.stall.next, b), cb
	case len(b) == 0:
		w.done(cb, w.nothing())
	case w.turn.fits(len(b)):
		w.gather(b)
		w.done(cb, nil)
	default:
		w.h.one[0] = b
		w.send(w.h.one[:], cb)
	}
}

// writev takes the chunks that a cork held, or that queued behind a full kernel.
func (w *writer) writev(chunks [][]byte, cb func(error)) {
	size := 0
	for _, b := range chunks {
		size += len(b)
	}
	switch {
	case w.h.stalled:
		w.stall.next, w.stall.nextCb = append(w.stall.next, chunks...), cb
	case w.turn.fits(size):
		for _, b := range chunks {
			w.gather(b)
		}
		w.done(cb, nil)
	default:
		w.send(chunks, cb)
	}
}

// nothing writes no bytes, which fails like other writes when the peer has
// reset the connection. In Node several such writes of a cork do not.
func (w *writer) nothing() error {
	if w.turn != nil || !w.h.hasHungUp() {
		return nil
	}
	w.h.one[0] = nil
	if _, err := w.try(w.h.one[:]); err != nil {
		return systemError("write", err)
	}
	return nil
}

// take is write for the most frequent case, in which all that there is to do is to gather b. False: that is not so.
func (w *writer) take(b []byte) bool {
	if w.h.stalled || len(b) == 0 || !w.turn.fits(len(b)) {
		return false
	}
	w.gather(b)
	return true
}

func (w *writer) gather(b []byte) {
	if w.turn == nil {
		w.turn = w.h.page.begin()
	}
	w.h.page.add(w.turn, b)
	if !w.h.flushes {
		w.h.flushes = true
		w.h.flushLater(w)
	}
}

// release lets go of the turn.
func (w *writer) release() {
	if w.turn != nil {
		w.h.page.finish(w.turn)
		w.turn = nil
	}
}

// send hands the turn and the chunks to the kernel at once.
func (w *writer) send(chunks [][]byte, cb func(error)) {
	own := len(chunks)
	if w.turn != nil {
		chunks = append(w.turn.parts, chunks...)
		w.turn.parts = chunks // to be cleared with them
	}
	rest, err := w.try(chunks)
	if err == nil && len(rest) > 0 {
		w.stallWith(rest, own, cb)
		return
	}
	w.release()
	if err != nil {
		err = systemError("write", err)
	}
	w.done(cb, err)
}

// flushTurn ends the turn: one write for all that it gathered.
func (w *writer) flushTurn() {
	w.h.flushes = false
	if w.h.closed || w.h.stalled || w.turn == nil {
		return
	}
	rest, err := w.try(w.turn.parts)
	if err == nil && len(rest) > 0 {
		w.stallWith(rest, 0, nil)
		return
	}
	w.release()
	if err != nil {
		w.h.owner.Destroy(systemError("write", err))
	}
}

// lastFlush is the flush of a connection that closes: what the kernel refuses is lost.
func (w *writer) lastFlush() {
	if !w.h.stalled && w.turn != nil {
		_, _ = w.try(w.turn.parts)
		w.release()
	}
}

// stallWith gives rest to a goroutine and cb the outcome. The last chunks of
// rest are the program's, as many as it has. When connections have broken it
// tries once more before, as libuv always does: if the first bytes met a peer
// that is gone, the write fails before reading can tell of an end. And when
// there were more chunks than one try takes: a second one may take the rest.
func (w *writer) stallWith(rest [][]byte, programs int, cb func(error)) {
	if w.stall == nil {
		w.stall = &stall{}
	}
	w.h.stalled, w.stall.cb = true, cb
	w.h.loop.BeginRequest()
	if breaks.Load() > 0 || programs > maxIovecs {
		var failed error
		if rest, failed = w.try(rest); failed != nil || len(rest) == 0 {
			w.release()
			w.h.loop.Pending(func() {
				w.h.loop.EndRequest()
				w.unstall(failed)
			})
			return
		}
	}
	rest = w.keep(rest, programs)
	left := 0
	for _, b := range rest {
		left += len(b)
	}
	w.stall.left.Store(int64(left))
	w.h.owner.noteStall(left)
	go w.drain(rest)
}

// keep copies what of rest is on the page, for others go on with that, and
// lets go of the turn.
func (w *writer) keep(rest [][]byte, programs int) [][]byte {
	kept := slices.Clone(rest)
	if n := len(rest) - programs; n > 0 {
		kept = append([][]byte{slices.Concat(rest[:n]...)}, rest[n:]...)
	}
	w.h.one[0] = nil
	w.release()
	return kept
}

// drain is the writer goroutine: it writes rest as the kernel takes it.
func (w *writer) drain(rest [][]byte) {
	var failed error
	if !tries(w.h.conn) {
		failed = w.drainBlocking(rest)
	} else {
		err := rawWrite(w.h.conn, func(fd uintptr) bool {
			rest, failed = w.drainFD(fd, rest)
			return len(rest) == 0 || failed != nil
		})
		if failed == nil {
			failed = err
		}
	}
	w.h.loop.Post(func() { w.drained(failed) })
}

// maxIovecs is how many chunks writeFD takes: what every Unix does in one writev.
const maxIovecs = 1024

// drainFD writes until the kernel is full. A kernel that took all the chunks of
// one writev need not be, and then would never say that it has room again.
func (w *writer) drainFD(fd uintptr, rest [][]byte) (left [][]byte, err error) {
	for {
		n, err := writeFD(fd, rest)
		whole := len(rest) <= maxIovecs
		rest = advance(rest, n)
		w.stall.left.Add(int64(-n))
		if err != nil || whole || n == 0 {
			return rest, err
		}
	}
}

func (w *writer) drainBlocking(rest [][]byte) error {
	for _, b := range rest {
		if len(b) == 0 { // a net.Pipe would wait for somebody to read nothing
			continue
		}
		n, err := w.h.conn.Write(b)
		w.stall.left.Add(int64(-n))
		if err != nil {
			return err
		}
	}
	return nil
}

// drained is the end of a stall, on the loop.
func (w *writer) drained(failed error) {
	w.h.loop.EndRequest()
	failed = w.h.reader.cause(failed)
	if failed == nil || w.h.closed || !w.h.reader.precedes(failed, func() { w.settle(failed) }) {
		w.unstall(failed)
	}
}

// unstall settles, and lets reading tell of an end that it held until then.
func (w *writer) unstall(failed error) {
	if r := &w.h.reader; w.h.hang.held { // a callback of its own: those of the writes may panic
		w.h.loop.Again(r.resume)
	}
	w.settle(failed)
}

// settle goes on after a stall.
func (w *writer) settle(failed error) {
	w.h.stalled = false
	if w.h.closed { // abandon has called back, or will
		return
	}
	cb, next, nextCb, shutdown := w.forget()
	w.h.owner.wrote()
	if failed != nil {
		if w.h.shut {
			failed = syscall.ECANCELED
		}
		err := systemError("write", failed)
		if cb == nil && nextCb == nil && shutdown == nil {
			w.h.owner.Destroy(err)
			return
		}
		w.done(cb, err)
		w.done(nextCb, err)
		w.done(shutdown, err)
		return
	}
	if cb != nil {
		w.done(cb, nil)
	}
	if nextCb != nil { // next may be empty: writes of nothing
		w.send(next, nextCb)
	}
	if shutdown != nil {
		w.end(shutdown)
	}
}

// end sends FIN after all that was written, then calls cb in a later turn.
func (w *writer) end(cb func(error)) {
	if w.h.stalled {
		w.shutdown = cb
		return
	}
	w.flushTurn()
	switch {
	case w.h.closed:
		cb(nil)
	case w.h.stalled:
		w.shutdown = cb
	default:
		w.shutdown = cb
		w.h.loop.BeginRequest()
		w.h.loop.Pending(func() {
			w.h.loop.EndRequest()
			if !w.h.closed {
				w.shutdown = nil
				w.h.finDue = true
				w.h.loop.Flush(w.fin)
				cb(nil)
			}
		})
	}
}

// fin sends FIN at the end of the turn in which the program was told, before
// what the program has written to others since. A connection that was closed
// meanwhile, as most are, has sent it already.
func (w *writer) fin() {
	if w.h.closed && !w.h.detached {
		return
	}
	w.h.finDue = false
	if err := closeWrite(w.h.conn); err != nil {
		w.h.owner.Destroy(err)
	}
}

// idle says whether all that was written is with the kernel, or leaves with the turn.
func (w *writer) idle() bool { return !w.h.stalled && !w.waits() }

// waits says whether a callback is still to come.
func (w *writer) waits() bool {
	return w.shutdown != nil || w.stall != nil && (w.stall.cb != nil || w.stall.nextCb != nil)
}

// forget lets all that waits go, and returns it.
func (w *writer) forget() (cb func(error), next [][]byte, nextCb, shutdown func(error)) {
	shutdown, w.shutdown = w.shutdown, nil
	if s := w.stall; s != nil {
		cb, next, nextCb = s.cb, s.next, s.nextCb
		s.cb, s.next, s.nextCb = nil, nil, nil
	}
	return cb, next, nextCb, shutdown
}

// abandon calls what waits when the connection is closed, before `close` is
// emitted: the socket may begin another life then. The stream has failed its
// callbacks by now; the one in flight learns that it is over, as in Node. Only
// one of the three can wait, for the stream brings one thing at a time.
func (w *writer) abandon() {
	cb, _, nextCb, shutdown := w.forget()
	w.done(cb, nil)
	w.done(nextCb, nil)
	w.done(shutdown, nil)
}

// done tells the stream the outcome of a write or of the shutdown, if it waits for one.
func (w *writer) done(cb func(error), err error) {
	if cb != nil {
		cb(err)
	}
}
