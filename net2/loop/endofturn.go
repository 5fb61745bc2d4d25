package loop

// phaseQueue holds callbacks of a phase that runs what was queued before it began.
type phaseQueue struct {
	queue ring[func()]
	due   int // of those queued, how many belong to the phase that runs
}

func (q *phaseQueue) run(l *Loop, again bool) {
	if !again {
		q.due = q.queue.n
	}
	for q.due > 0 {
		q.due--
		l.call(q.queue.pop())
		l.afterCallback()
	}
}

// Pending runs fn once: after what goroutines have posted, when called from a posted callback;
// else before it, when the timers have run. The end of an operation that needed no waiting goes
// there, as in libuv's pending queue. It keeps the loop alive.
func (l *Loop) Pending(fn func()) {
	l.Check("Loop.Pending")
	if fn == nil {
		panicNil("Loop.Pending")
	}
	l.pendings.queue.push(fn)
}

func (l *Loop) runPendings(again bool) { l.pendings.run(l, again) }

// Flush runs fn once, in the next flush phase: after the immediates and before the loop waits, or before Run is left by
// a panic or by Stop. A socket hands over its turn's output there. Nothing is allocated for a func value made once.
func (l *Loop) Flush(fn func()) {
	l.Check("Loop.Flush")
	if fn == nil {
		panicNil("Loop.Flush")
	}
	l.flushes.queue.push(fn)
}

// FlushNow runs what Flush was given, at once. It is for a callback that is about to end the process: os.Exit waits for
// no phase, and what sockets have gathered in the turn would be lost. Node's process.exit has nothing to flush.
func (l *Loop) FlushNow() {
	l.Check("Loop.FlushNow")
	l.flushes.due = 0 // a flush phase, if this is one, has no more to run
	// One of those that run may call FlushNow itself.
	for n := l.flushes.queue.n; n > 0 && l.flushes.queue.n > 0; n-- {
		l.flushes.queue.pop()()
	}
}

func (l *Loop) runFlushes(again bool) { l.flushes.run(l, again) }

// closings are the callbacks of the closing phase, in two stacks: the one that runs, and the
// one that gathers the next.
type closings struct {
	running, queue []func()
}

// Closing runs fn in the next closing phase, the last of a turn, where Node emits 'close' of a
// handle. Of those that one phase runs the last queued goes first, as in libuv: of sockets that
// were destroyed together the last one's 'close' comes first. It keeps the loop alive.
func (l *Loop) Closing(fn func()) {
	l.Check("Loop.Closing")
	if fn == nil {
		panicNil("Loop.Closing")
	}
	l.closings.queue = append(l.closings.queue, fn)
}

func (q *closings) len() int { return len(q.running) + len(q.queue) }

func (l *Loop) runClosings(again bool) {
	q := &l.closings
	if !again {
		q.open()
	}
	for len(q.running) > 0 {
		last := len(q.running) - 1
		fn := q.running[last]
		q.running[last] = nil
		q.running = q.running[:last]
		l.call(fn)
		l.afterCallback()
	}
}

// open moves what was gathered to the stack that runs; a panic may have left some there.
func (q *closings) open() {
	if len(q.running) == 0 {
		q.running, q.queue = q.queue, q.running
		return
	}
	q.running = append(q.running, q.queue...)
	clear(q.queue)
	q.queue = q.queue[:0]
}

// shed lets the slices go that a burst left behind.
func (q *closings) shed() {
	if q.len() == 0 && max(cap(q.running), cap(q.queue)) > keepSlots {
		q.running, q.queue = nil, nil
	}
}
