package loop

// OnUncaught sets the handler of panics that leave a callback, Node's uncaughtException; nil
// clears it. The loop then goes on: with the next callback of the phase first, and with the
// ticks that were left after that one, or in the check phase at the latest.
//
// Without a handler the panic leaves Run. A panic of the handler itself always does.
func (l *Loop) OnUncaught(fn func(v any)) {
	l.Check("Loop.OnUncaught")
	l.uncaught = fn
}

// phase runs one phase, and runs it again for as long as a panic was taken by the handler:
// every phase keeps its place in the loop, so that the rest follows.
func (l *Loop) phase(run func(l *Loop, again bool)) {
	for again := false; !l.attempt(run, again); again = true {
	}
}

func (l *Loop) attempt(run func(l *Loop, again bool), again bool) (done bool) {
	defer l.catch()
	if l.inMicrotasks {
		l.drain() // one microtask that panics does not hold up the others
	}
	run(l, again)
	return true
}

// catch is deferred. It leaves a panic alone that nobody wants, so that its trace survives.
func (l *Loop) catch() {
	if l.uncaught == nil {
		return
	}
	if v := recover(); v != nil {
		l.uncaught(v)
		l.SetImmediate(func() {}) // so that ticks that were left run in this turn
	}
}
