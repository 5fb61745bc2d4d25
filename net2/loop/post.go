package loop

import (
	"sync"
	"time"
)

// inbox is what other goroutines hand to the loop.
type inbox struct {
	mu     sync.Mutex
	queue  []func()
	parked bool          // the loop waits, or is about to; whoever clears it sends on wake
	wake   chan struct{} // holds one, and gets one for each time parked was cleared
}

func (b *inbox) init() { b.wake = make(chan struct{}, 1) }

// Post queues fn to run on the loop, in the pending phase of its next turn. It never blocks,
// keeps the loop alive until fn has run, and may be called from any goroutine, the loop's own
// included. Functions posted by one goroutine run in the order they were posted.
func (l *Loop) Post(fn func()) {
	if fn == nil {
		panicNil("Loop.Post")
	}
	b := &l.inbox
	b.mu.Lock()
	b.queue = append(b.queue, fn)
	parked := b.parked
	b.parked = false
	b.mu.Unlock()
	if parked {
		b.wake <- struct{}{}
	}
}

// nudge wakes a parked loop with nothing to run.
func (b *inbox) nudge() {
	b.mu.Lock()
	parked := b.parked
	b.parked = false
	b.mu.Unlock()
	if parked {
		b.wake <- struct{}{}
	}
}

func (b *inbox) waiting() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.queue) > 0
}

// prepare marks the loop as parked, unless something is queued.
func (b *inbox) prepare() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.queue) > 0 {
		return false
	}
	if cap(b.queue) > keepSlots {
		b.queue = nil
	}
	b.parked = true
	return true
}

// unpark takes the mark back after a wait that no post ended. When a post came at the same
// moment, its wake-up is on the way and must be consumed.
func (b *inbox) unpark() {
	b.mu.Lock()
	mine := b.parked
	b.parked = false
	b.mu.Unlock()
	if !mine {
		<-b.wake
	}
}

// park waits until something is posted or a timer is due. It returns at once when any phase
// has work.
func (l *Loop) park() {
	if l.busy() || !l.inbox.prepare() {
		return
	}
	l.shed()
	wait, timed := l.timers.wait(l)
	switch {
	case l.halted() || timed && wait <= 0:
		l.inbox.unpark()
	case !timed:
		<-l.inbox.wake
	default:
		l.parkFor(wait)
	}
}

func (l *Loop) parkFor(wait time.Duration) {
	if l.parker == nil {
		l.parker = time.NewTimer(wait)
	} else {
		l.parker.Reset(wait)
	}
	select {
	case <-l.inbox.wake:
		l.parker.Stop()
	case <-l.parker.C:
		l.inbox.unpark()
	}
}

// runPending is the phase of what goroutines posted since the last turn.
func (l *Loop) runPending(again bool) {
	if !again && l.batchPos == len(l.batch) {
		l.takePosted()
	}
	for l.batchPos < len(l.batch) {
		fn := l.batch[l.batchPos]
		l.batch[l.batchPos] = nil
		l.batchPos++
		fn()
		l.afterCallback()
	}
}

// takePosted swaps the inbox's slice with the one that has been run.
func (l *Loop) takePosted() {
	spare := l.batch[:0]
	if cap(spare) > keepSlots && len(l.batch) < cap(spare)/4 {
		spare = nil // grown in a burst that is over
	}
	l.inbox.mu.Lock()
	l.batch, l.inbox.queue = l.inbox.queue, spare
	l.inbox.mu.Unlock()
	l.batchPos = 0
}

// shed lets go of what a burst left behind, before a rest.
func (l *Loop) shed() {
	l.ticks.shed()
	l.microtasks.shed()
	l.flushes.shed()
	l.closings.shed()
	l.immediates.queue.shed()
	if cap(l.batch) > keepSlots {
		l.batch, l.batchPos = nil, 0
	}
}
