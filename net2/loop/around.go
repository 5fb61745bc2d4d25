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

// Settle runs the ticks and microtasks that wait, as after a callback, when the loop is not running: before 'exit' events
// and the like. It does nothing inside Run, which does so by itself.
func (l *Loop) Settle() {
	if !l.Running() {
		l.afterCallback()
	}
}

// Alive reports whether Run would wait for something: handles, requests, timers, or callbacks that are queued. Ticks do
// not count; see Settle. It is libuv's uv_loop_alive.
func (l *Loop) Alive() bool { return l.alive() }
