package loop

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// Loop is an event loop: it runs callbacks one after another on the goroutine that called Run.
//
// A Loop is made by New. Every method is to be called on the loop (from a callback, or before
// Run on the goroutine that will call it), except those whose comment says "from any goroutine".
type Loop struct {
	ticks        ring[func()]
	microtasks   ring[func()]
	inMicrotasks bool // a microtask is running, or panicked: the rest comes before all else

	timers     timers
	immediates immediates
	pendings   phaseQueue
	flushes    phaseQueue
	closings   closings

	handles  int // started and ref'd
	requests int

	inbox    inbox
	batch    []Callback // what this turn took from the inbox
	batchPos int

	parker   *time.Timer
	base     time.Time
	uncaught func(v any)
	around   func(run func()) // nil: callbacks are called as they are
	locals   sync.Map         // of Local

	running   atomic.Bool
	stopping  atomic.Bool
	expired   atomic.Bool   // the context of RunContext ended
	goroutine atomic.Uint64 // that runs the loop; only kept in debug mode
}

// New returns a loop with nothing to do. Loops are independent: each may run on its own goroutine.
func New() *Loop {
	l := &Loop{base: time.Now()}
	l.inbox.init()
	l.timers.init()
	return l
}

// Run dispatches callbacks until nothing keeps the loop alive, or until Stop; it is what Node
// does after the main script. Ticks queued before Run go first.
//
// Run panics with what a callback panicked with, unless OnUncaught took it; it may then be
// called again, and goes on with the callback after. It panics when the loop runs already.
func (l *Loop) Run() {
	l.enter()
	defer l.leave()

	if l.halted() {
		return
	}
	l.phase((*Loop).runTicks) // of the main script
	if !l.alive() {
		return
	}
	for {
		l.phase((*Loop).runTimers)
		if !l.alive() || l.halted() {
			return
		}
		l.phase((*Loop).runPendings)
		l.receive() // waits, but only while there is nothing to do
		l.phase((*Loop).runPosted)
		l.phase((*Loop).runPendings)
		l.phase((*Loop).runTicks) // that a panic left behind
		l.phase((*Loop).runImmediates)
		l.phase((*Loop).runFlushes)
		l.phase((*Loop).runClosings)
	}
}

// RunContext is Run that also stops when ctx ends, as by Stop. It returns ctx.Err() if that
// happened, else nil.
func (l *Loop) RunContext(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	told := make(chan struct{})
	unwatch := context.AfterFunc(ctx, func() {
		l.expired.Store(true)
		l.inbox.nudge()
		close(told)
	})
	defer func() {
		if !unwatch() {
			<-told // so that it cannot end a later Run
			l.expired.Store(false)
		}
	}()
	l.Run()
	if l.expired.Load() {
		return ctx.Err()
	}
	return nil
}

// Stop makes Run return when the turn it is in has ended; what is left stays for the next Run.
// Stop before Run makes that Run return at once. From any goroutine. It is libuv's uv_stop.
func (l *Loop) Stop() {
	l.stopping.Store(true)
	l.inbox.nudge()
}

// Running reports whether Run is under way. From any goroutine.
func (l *Loop) Running() bool { return l.running.Load() }

// Now is the time since the loop was made, in whole milliseconds as Node's timers see it.
func (l *Loop) Now() time.Duration { return time.Duration(l.nowMs()) * time.Millisecond }

func (l *Loop) nowMs() int64 { return int64(time.Since(l.base) / time.Millisecond) }

func (l *Loop) enter() {
	if !l.running.CompareAndSwap(false, true) {
		panic("loop: Run was called while the loop runs")
	}
	if debugging {
		l.goroutine.Store(goroutineID())
	}
}

// leave also flushes, for the program may end now: after a panic, or a Stop in the timers phase.
func (l *Loop) leave() {
	defer func() {
		l.goroutine.Store(0)
		l.stopping.Store(false)
		l.running.Store(false)
	}()
	l.FlushNow()
}

// alive is libuv's uv_loop_alive.
func (l *Loop) alive() bool {
	return l.handles > 0 || l.requests > 0 || l.timers.refs > 0 || l.immediates.refs > 0 ||
		l.closings.len() > 0 || l.flushes.queue.n > 0 || l.pendings.queue.n > 0 ||
		l.batchPos < len(l.batch) || !l.inbox.empty()
}

// busy tells that some phase has work without waiting for anything, or that the pending phase has ended all that there was
// to wait for.
func (l *Loop) busy() bool {
	return l.immediates.refs > 0 || l.pendings.queue.n > 0 || l.flushes.queue.n > 0 || l.closings.len() > 0 || l.halted() ||
		!l.alive()
}

func (l *Loop) halted() bool { return l.stopping.Load() || l.expired.Load() }

// afterCallback runs what Node runs between any two callbacks.
func (l *Loop) afterCallback() {
	if l.ticks.n|l.microtasks.n != 0 {
		l.drain()
	}
}
