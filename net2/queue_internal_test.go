package net2

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
)

// A peer that is always a little faster than the loop leaves the queue never
// empty. It must not grow for that.
func TestReadQueueThatIsNeverEmptyDoesNotGrow(t *testing.T) {
	l := loop.New()
	h := newHandle(l, nil)
	r := &h.reader
	r.init(h)
	chunk := make([]byte, readAhead/3)
	r.enqueue(inbound{data: chunk})
	for range 10_000 {
		r.enqueue(inbound{data: chunk})
		r.pop(readSize, nil)
	}
	assert.Less(t, cap(r.backlog.queue), 100)
}
