package net2

import (
	"io"
	"sync/atomic"
	"syscall"
)

// hangup tells a reset that came behind data from one that came later. libuv
// asks the kernel what there is, then reads; when it was told of a hang-up and
// the chunk did not fill its buffer, it takes that for the end. A reset that it
// hears of later is an error. Here the goroutine may find the reset a little
// after the loop has had the chunk. So the loop asks the kernel too, but only
// when a connection of this process broke since it asked last: with a peer
// elsewhere nobody can tell what came first. All of it is for the loop.
type hangup struct {
	known  bool  // the connection is reset
	behind bool  // the last chunk was all there was, and reading has not stopped since
	asked  int64 // breaks, when the kernel was asked last
}

// breaks counts the connections that this process closed before their peer ended.
var breaks atomic.Int64

// took notes a chunk: whether it was all that there was, and whether a reset
// is in the queue behind it.
func (g *hangup) took(r *reader, all, resets bool) {
	g.behind = all
	if resets {
		g.known = true
	}
	if n := breaks.Load(); n != g.asked && r.h.raw != nil && !g.known {
		g.asked = n
		_ = r.h.raw.Control(func(fd uintptr) { g.known = hasHungUp(fd) })
	}
}

// meaning is what the error that ends reading means to the program.
func (g *hangup) meaning(err error) error {
	if g.known && g.behind && isReset(err) {
		return io.EOF
	}
	return err
}

// isReset says whether err is the kernel's word that the peer reset the
// connection. What wraps a connection has errors of its own.
func isReset(err error) bool {
	errno, ok := err.(syscall.Errno)
	return ok && hangsUp && errno == syscall.ECONNRESET
}
