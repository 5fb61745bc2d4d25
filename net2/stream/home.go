package stream

import (
	"sync"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// home is what the streams of a loop share.
type home struct {
	loop *loop.Loop
	next func() // runNext, made once

	steps []step // that nextTicks will run, in order
	head  int    // of steps: the first that has not run

	mu      sync.Mutex
	options map[classOptions]*events.Options
	marks   *marks // that a stream was given last: most are alike
}

// mark gives the stream its high-water marks.
func (c *core) mark(m marks) {
	h := c.home
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.marks == nil || *h.marks != m {
		own := m
		h.marks = &own
	}
	c.marks = h.marks
}

// step is a tick of a stream.
type step struct {
	c    *core
	tick tick
}

type homeKey struct{}

func homeOf(l *loop.Loop) *home {
	return l.Local(homeKey{}, func() any {
		h := &home{loop: l, options: map[classOptions]*events.Options{}}
		h.next = h.runNext
		return h
	}).(*home)
}

// keepSteps is how many steps an empty queue may hold on to.
const keepSteps = 4096

// later runs a step in a nextTick. The loop runs ticks in the order they came, so the steps can wait in a queue of
// their own, and all streams need a single func value.
func (c *core) later(t tick) {
	h := c.home
	if h.head > 256 && h.head > len(h.steps)/2 {
		n := copy(h.steps, h.steps[h.head:])
		clear(h.steps[n:])
		h.steps, h.head = h.steps[:n], 0
	}
	h.steps = append(h.steps, step{c, t})
	h.loop.NextTick(h.next)
}

func (h *home) runNext() {
	s := h.steps[h.head]
	h.steps[h.head] = step{}
	h.head++
	if h.head == len(h.steps) {
		h.steps, h.head = h.steps[:0], 0
		if cap(h.steps) > keepSteps {
			h.steps = nil
		}
	}
	s.c.runTick(s.tick)
}
