package net2

import (
	"io"
	"sync/atomic"
	"syscall"
	"time"
)

// hangup tells a reset that came behind data from one that came later. libuv
// asks the kernel what there is, then reads; when it was told of a hang-up and
// the chunk did not fill its buffer, it takes that for the end. A reset that it
// hears of later is an error. Here the goroutine may find the reset a little
// after the loop has had the chunk. So the loop asks the kernel too, but only
// when a connection of this process broke since it asked last: with a peer
// elsewhere nobody can tell what came first. All of it is for the loop.
type hangup struct {
	asked  uint32 // breaks, when the kernel was asked last
	known  bool   // the connection is reset
	behind bool   // the last chunk was all there was, and reading has not stopped since

	reset  bool // a reset was read
	over   bool // the stream was told of the end, or of the error that ended reading
	held   bool // it was not, because a write is about to say what the end is
	stolen bool // a write was told of the reset, so that the kernel tells of an end instead
}

// breaks counts the connections that this process closed before their peer ended.
var breaks atomic.Uint32

// took notes a chunk: whether it was all that there was, and whether a reset
// is in the queue behind it.
func (g *hangup) took(r *reader, all, resets bool) {
	g.behind = all
	if resets {
		g.known = true
	}
	if n := breaks.Load(); n != g.asked && !g.known {
		g.asked = n
		g.known = r.h.hasHungUp()
	}
}

// finish tells the socket that reading has ended.
func (r *reader) finish(err error) {
	g := &r.h.hang
	if w := &r.h.writer; err == io.EOF && r.h.stalled && w.stall.failure == nil && r.h.hasHungUp() {
		g.held = true
		return
	}
	if g.stolen && err == io.EOF {
		err = syscall.ECONNRESET
	}
	if isReset(err) {
		g.reset = true
		r.h.writer.flushTurn() // in Node what was written in this turn, as an answer to data, has met the reset
		if r.h.closed {
			return
		}
		if g.known && g.behind {
			err = io.EOF
		}
	}
	g.over = true
	r.h.owner.onRead(inbound{err: err})
	r.release()
}

// cause is why a write failed: the kernel tells of a reset once, and if that
// was to a read, the write hears of a broken pipe.
func (r *reader) cause(failed error) error {
	if failed != syscall.EPIPE || !tries(r.h.conn) {
		return failed
	}
	r.catchUp()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.h.hang.reset || r.backlog != nil && isReset(r.backlog.err) {
		return syscall.ECONNRESET
	}
	return failed
}

// catchUp waits while the goroutine is about to tell how a broken connection
// ended. It does not have to wait for the kernel, so this takes microseconds.
func (r *reader) catchUp() {
	for range 200 {
		r.mu.Lock()
		reads := r.running && !r.ended
		r.mu.Unlock()
		if !reads {
			return
		}
		time.Sleep(50 * time.Microsecond)
	}
}

// precedes says whether reading is to tell of its end before a write that the
// peer's reset has failed. libuv reads before it writes; here two goroutines
// found out, in any order. then is the failure, which comes next.
func (r *reader) precedes(failed error, then func()) bool {
	g := &r.h.hang
	if !r.wanted() || g.over || !r.h.hasHungUp() {
		return false
	}
	if !g.known { // what was read before is no news
		g.known, g.behind = true, false
	}
	g.stolen = isReset(failed)
	r.h.writer.stall.failure = then
	if g.held {
		r.finish(io.EOF)
	}
	return true
}

// resume tells of an end that was held for a write which is over now.
func (r *reader) resume() {
	if g := &r.h.hang; g.held && !g.over && !r.h.closed {
		g.held = false
		r.finish(io.EOF)
	}
}

// release lets the failure of a write come that has waited.
func (r *reader) release() {
	if s := r.h.writer.stall; s != nil && s.failure != nil {
		r.h.loop.Again(s.failure)
		s.failure = nil
	}
}

// hasHungUp asks the kernel whether nothing goes either way any more.
func (h *handle) hasHungUp() (yes bool) {
	if hangsUp && tries(h.conn) {
		_ = rawControl(h.conn, func(fd uintptr) { yes = hasHungUp(fd) })
	}
	return yes
}

// isReset says whether err is the kernel's word that the peer reset the
// connection. What wraps a connection has errors of its own.
func isReset(err error) bool {
	errno, ok := err.(syscall.Errno)
	return ok && hangsUp && errno == syscall.ECONNRESET
}
