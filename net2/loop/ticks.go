package loop

// NextTick queues fn to run before anything else: after the callback that runs now, ahead of
// all microtasks. It is Node's process.nextTick.
func (l *Loop) NextTick(fn func()) {
	l.Check("Loop.NextTick")
	if fn == nil {
		panicNil("Loop.NextTick")
	}
	l.ticks.push(fn)
}

// QueueMicrotask queues fn to run once no tick is left. It is Node's queueMicrotask; a promise
// callback of a JavaScript program belongs here too.
func (l *Loop) QueueMicrotask(fn func()) {
	l.Check("Loop.QueueMicrotask")
	if fn == nil {
		panicNil("Loop.QueueMicrotask")
	}
	l.microtasks.push(fn)
}

// runTicks is the step before the first turn, and before the immediates of each: it matters
// only when a panic was taken, for that leaves ticks behind. One that panics here leaves the
// rest for after the next callback.
func (l *Loop) runTicks(again bool) {
	if !again {
		l.afterCallback()
	}
}

// drain runs all ticks, then all microtasks, until both are empty.
func (l *Loop) drain() {
	for {
		if l.inMicrotasks || l.ticks.n == 0 {
			if l.microtasks.n == 0 {
				l.inMicrotasks = false
				return
			}
			l.drainMicrotasks()
		}
		l.runTicksNow()
	}
}

func (l *Loop) drainMicrotasks() {
	l.inMicrotasks = true
	for l.microtasks.n > 0 {
		l.microtasks.pop()()
	}
	l.inMicrotasks = false
}

func panicNil(method string) {
	panic("loop: the callback given to " + method + " is nil")
}
