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
const MostReadAhead = readAhead + readSize

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

// OpenTurns returns how many connections have something on the page of a loop.
func OpenTurns(l *loop.Loop) int { return sharedBy(l).page.open }
