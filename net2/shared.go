package net2

import (
	"slices"

	"github.com/nodenet/go/net2/loop"
)

// shared is what all connections of a loop have in common.
type shared struct {
	loop    *loop.Loop
	page    page
	buffers buffers
	outbox
	trial
}

type sharedKey struct{}

func sharedBy(l *loop.Loop) *shared {
	return l.Local(sharedKey{}, func() any {
		s := &shared{loop: l, buffers: newBuffers()}
		s.outbox.next = s.flushNext
		s.trial.fn = s.attemptOn
		return s
	}).(*shared)
}

// outbox lists the writers that have gathered something, in the order in
// which they are to flush. The loop calls one func value as often as there are
// writers, instead of one of each.
type outbox struct {
	writers []*writer
	head    int // of writers: the first that has not flushed
	next    func()
}

func (s *shared) flushLater(w *writer) {
	if s.head > 256 && s.head > len(s.writers)/2 {
		n := copy(s.writers, s.writers[s.head:])
		clear(s.writers[n:])
		s.writers, s.head = s.writers[:n], 0
	}
	s.writers = append(s.writers, w)
	s.loop.Flush(s.outbox.next)
}

// keepWriters is how many an empty outbox may hold room for.
const keepWriters = 4096

func (s *shared) flushNext() {
	w := s.writers[s.head]
	s.writers[s.head] = nil
	s.head++
	if s.head == len(s.writers) {
		s.writers, s.head = s.writers[:0], 0
		if cap(s.writers) > keepWriters {
			s.writers = nil
		}
	}
	w.flushTurn()
}

// trial is a write that does not wait. One serves all connections, for it is
// over when the call is.
type trial struct {
	one     [1][]byte // the usual chunk, kept here so that it need not be allocated
	chunks  [][]byte
	carried *conduit // that a chunk is in which a stream is handing on
	wrote   int
	failed  error
	fn      func(fd uintptr)
}

func (t *trial) attemptOn(fd uintptr) {
	if c := t.carried; c == nil || !t.carry(c, fd) {
		t.wrote, t.failed = writeFD(fd, t.chunks)
	}
}

// carry writes the chunk that is in c. It says no when that is not what is to be written, or not all of it, or not to
// this kind of socket.
func (t *trial) carry(c *conduit, fd uintptr) (done bool) {
	if !slices.ContainsFunc(t.chunks, c.standsFor) {
		return false
	}
	t.carried = nil
	if len(t.chunks) == 1 {
		t.wrote, t.failed = c.send(fd)
		done = !notSpliced(t.failed)
	}
	c.bring() // what the kernel did not take
	return done
}

// try is one non-blocking write. It returns what the kernel did not take.
func (w *writer) try(chunks [][]byte) (rest [][]byte, err error) {
	if !tries(w.h.conn) {
		return chunks, nil
	}
	t := &w.h.trial
	t.chunks, t.wrote, t.failed = chunks, 0, nil
	if err := rawControl(w.h.conn, t.fn); err != nil {
		t.failed = err
	}
	t.failed = w.h.reader.cause(t.failed)
	t.chunks = nil
	if rest = advance(chunks, t.wrote); len(rest) == 0 || t.failed != nil {
		t.one[0] = nil
	}
	return rest, t.failed
}

// advance drops the first n bytes of chunks, in place.
func advance(chunks [][]byte, n int) [][]byte {
	for len(chunks) > 0 && n >= len(chunks[0]) {
		n -= len(chunks[0])
		chunks = chunks[1:]
	}
	if len(chunks) > 0 {
		chunks[0] = chunks[0][n:]
	}
	return chunks
}
