package net2

import (
	"maps"
	"slices"

	"github.com/nodenet/go/net2/loop"
)

// The declared events, for the test that holds the doc tables and the typed doors to them.

func SocketEvents() []string { return slices.Sorted(maps.Keys(socketEvents)) }

func ServerEvents() []string { return slices.Sorted(maps.Keys(serverEvents)) }

// ReadAhead returns how many bytes the reader goroutine of a socket holds for
// the loop, in how many chunks, the end being one. From any goroutine.
func ReadAhead(s *Socket) (bytes, chunks int) {
	r := &s.handle.reader
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.first != nil {
		chunks = 1
	}
	if b := r.backlog; b != nil {
		chunks += len(b.queue)
		if b.err != nil {
			chunks++
		}
	}
	return int(r.held), chunks
}

// MostReadAhead is what ReadAhead never exceeds.
const MostReadAhead = readAhead + len(carriage{})

// CountWrites counts from now on how often the socket hands bytes to the
// kernel on the loop.
func CountWrites(s *Socket) *int {
	count := new(int)
	own := uintptr(descriptor(s.handle.conn))
	try := s.handle.trial.fn
	s.handle.trial.fn = func(fd uintptr) {
		if fd == own {
			*count++
		}
		try(fd)
	}
	return count
}

// CountCarried counts from now on how many chunks go into the sockets of a loop
// without a stop in the process, all or in part.
func CountCarried(l *loop.Loop) *int {
	count := new(int)
	t := &sharedBy(l).trial
	try := t.fn
	t.fn = func(fd uintptr) {
		c := t.carried
		left := 0
		if c != nil {
			left = c.left
		}
		try(fd)
		if c != nil && t.carried == nil && t.wrote > 0 && t.wrote <= left {
			*count++
		}
	}
	return count
}

// HandsOn says whether a stream of the loop is handing on a chunk that is in the kernel.
func HandsOn(l *loop.Loop) bool { return sharedBy(l).trial.carried != nil }

// Descriptor calls f with the descriptor of a socket.
func Descriptor(s *Socket, f func(fd uintptr) error) error { return control(s.handle.conn, f) }

// OpenConduits returns how many there are, at work or at rest. From any goroutine.
func OpenConduits() int { return int(openConduits.Load()) }

// MostConduits is what OpenConduits never exceeds.
const MostConduits = maxConduits

// OpenTurns returns how many connections have something on the page of a loop.
func OpenTurns(l *loop.Loop) int { return sharedBy(l).page.open }
