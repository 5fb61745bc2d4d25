package loop

import (
	"runtime"
	"sync"
	"time"
)

// inbox is what other goroutines hand to the loop.
type inbox struct {
	mu     sync.Mutex
	queue  []Callback
	parked bool          // the loop waits, or is about to; whoever clears it sends on wake
	wake   chan struct{} // holds one, and gets one for each time parked was cleared

	keeps  int // how many times more the loop does not give way; for the loop
	single int // how many times in a row it gave way for one function or none; for the loop
}

func (b *inbox) init() { b.wake = make(chan struct{}, 1) }

// Callback is what may be posted in the place of a func: what there is very much of, and is posted
// again and again, has a method rather than a func of its own that is kept for that.
type Callback interface{ Call() }

// callback is a func as a Callback; a func is a pointer, so nothing is allocated.
type callback func()

func (fn callback) Call() { fn() }

// Post queues fn to run on the loop, in the pending phase of its next turn. It never blocks,
// keeps the loop alive until fn has run, and may be called from any goroutine, the loop's own
// included. Functions posted by one goroutine run in the order they were posted.
func (l *Loop) Post(fn func()) {
	if fn == nil {
		panicNil("Loop.Post")
	}
	l.PostCallback(callback(fn))
}

// PostCallback is Post of c.Call.
func (l *Loop) PostCallback(c Callback) {
	if c == nil {
		panicNil("Loop.PostCallback")
	}
	b := &l.inbox
	b.mu.Lock()
	b.queue = append(b.queue, c)
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

// empty reports whether nothing waits to be taken.
func (b *inbox) empty() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.queue) == 0
}

// take swaps what was posted for the spare slice. When nothing was and park is set, the loop is
// marked as parked instead: from then on whoever posts sends a wake-up.
func (b *inbox) take(spare []Callback, park bool) (batch []Callback, parked bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.queue) == 0 && park {
		if cap(b.queue) > keepSlots {
			b.queue = nil
		}
		b.parked = true
		return spare, true
	}
	batch, b.queue = b.queue, spare
	return batch, false
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

// receive takes what was posted since the last turn. When no phase has work it first waits,
// until something is posted or a timer is due.
func (l *Loop) receive() {
	if l.batchPos < len(l.batch) {
		return // a panic left Run in the middle of it
	}
	rests := !l.busy()
	gave := rests && l.inbox.giveWay()
	parked := l.takePosted(rests)
	if parked {
		l.park()
		gave = l.inbox.giveWay()
		l.takePosted(false)
	}
	if gave {
		l.inbox.gave(len(l.batch))
	}
}

const (
	longWay = 5 * time.Millisecond // half of what Go's scheduler gives a goroutine that does not stop
	detour  = 100                  // turns without giving way, after a long way
	alone   = 16                   // and when nobody is in a hurry
)

// giveWay lets goroutines run that are about to post, before the loop waits and after it was woken.
// Go's scheduler would run the loop as soon as one of them has posted, and each message had a turn,
// a wait and a wake-up of its own. But goroutines that do nothing except compute do not give way in
// return: a loop that had to wait for them keeps its turn for a while.
func (b *inbox) giveWay() bool {
	if b.keeps > 0 {
		b.keeps--
		return false
	}
	begin := time.Now()
	runtime.Gosched()
	b.waited(time.Since(begin))
	return true
}

func (b *inbox) waited(d time.Duration) {
	if d > longWay {
		b.keeps = detour
	}
}

// gave notes how many functions a turn has got for which the loop gave way. To give way is to wake
// a processor that rests; a loop that time and again gets no more than one keeps its turn as well.
func (b *inbox) gave(got int) {
	if got > 1 {
		b.single = 0
	} else if b.single++; b.single > 2 {
		b.single = 2
		b.keeps = max(b.keeps, alone)
	}
}

// takePosted reports whether the loop is now marked as parked.
func (l *Loop) takePosted(park bool) (parked bool) {
	spare := l.batch[:0]
	if cap(spare) > keepSlots && len(l.batch) < cap(spare)/4 {
		spare = nil // grown in a burst that is over
	}
	l.batchPos = 0
	l.batch, parked = l.inbox.take(spare, park)
	return parked
}

// park waits for a wake-up, or for the first timer.
func (l *Loop) park() {
	l.shed()
	wait, timed := l.timers.wait(l)
	switch {
	case l.halted() || timed && wait <= 0:
		l.inbox.unpark()
	case timed:
		l.parkFor(wait)
	default:
		<-l.inbox.wake
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

// runPosted is the phase of what was received.
func (l *Loop) runPosted(bool) {
	for l.batchPos < len(l.batch) {
		c := l.batch[l.batchPos]
		l.batch[l.batchPos] = nil
		l.batchPos++
		if l.around == nil {
			c.Call()
		} else {
			l.call(c.Call)
		}
		l.afterCallback()
	}
}

// Again makes fn the next callback of this phase, when it is called from a posted callback; else it is like Post, from the
// loop only. It is for what brought several things at once: each gets a callback, with ticks after it.
func (l *Loop) Again(fn func()) {
	if fn == nil {
		panicNil("Loop.Again")
	}
	l.AgainCallback(callback(fn))
}

// AgainCallback is Again of c.Call.
func (l *Loop) AgainCallback(c Callback) {
	if c == nil {
		panicNil("Loop.AgainCallback")
	}
	l.Check("Loop.Again")
	if l.batchPos == 0 {
		l.PostCallback(c)
		return
	}
	l.batchPos--
	l.batch[l.batchPos] = c
}

// shed lets go of what a burst left behind, before a rest.
func (l *Loop) shed() {
	l.ticks.shed()
	l.microtasks.shed()
	l.pendings.queue.shed()
	l.flushes.queue.shed()
	l.closings.shed()
	l.immediates.queue.shed()
	if cap(l.batch) > keepSlots {
		l.batch = nil
	}
}
