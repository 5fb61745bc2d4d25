package loop

// Around makes wrap run every callback of the loop: run is one callback together with the ticks that follow it, or
// ticks that were left. A language that is embedded needs it whose engine runs promise callbacks when it is left: they
// are microtasks, and their turn comes when wrap returns. Ticks that they add run in a wrap of their own, until none is
// left. wrap calls run once, and passes its panic on. nil, as at the start: callbacks are called as they are.
func (l *Loop) Around(wrap func(run func())) {
	l.Check("Loop.Around")
	l.around = wrap
}

// call runs one callback. The caller goes on with afterCallback.
func (l *Loop) call(fn func()) {
	if l.around == nil {
		fn()
		return
	}
	l.around(func() {
		fn()
		l.allTicks()
	})
}

func (l *Loop) allTicks() {
	for l.ticks.n > 0 {
		l.ticks.pop()()
	}
}

// runTicksNow is the part of drain that belongs to ticks.
func (l *Loop) runTicksNow() {
	if l.around == nil || l.ticks.n == 0 {
		l.allTicks()
		return
	}
	for l.ticks.n > 0 {
		l.around(l.allTicks)
	}
}
