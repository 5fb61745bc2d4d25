package loop

import "time"

// Timer is what SetTimeout and SetInterval return: Node's Timeout.
type Timer struct {
	list       *timerList // nil when it waits in none
	prev, next *Timer
	loop       *Loop
	fn         func() // nil once cleared
	ms         int64
	start      int64 // when it was last started, in milliseconds since the loop was made
	repeat     bool
	unrefed    bool
	armed      bool // counted: neither fired for good nor cleared
	cleared    bool // while armed: Refresh has no more to refresh
}

// SetTimeout runs fn once, in the timers phase, when d has passed. Node's resolution is kept: d
// is truncated to whole milliseconds and is at least one. Durations beyond Node's limit of
// 2^31-1 ms are kept as they are. It is Node's setTimeout.
func (l *Loop) SetTimeout(d time.Duration, fn func()) *Timer {
	return l.newTimer("Loop.SetTimeout", d, fn, false)
}

// SetInterval runs fn every d until it is cleared. The next run is counted from the moment
// before fn was called; runs that were missed are not made up for. It is Node's setInterval.
func (l *Loop) SetInterval(d time.Duration, fn func()) *Timer {
	return l.newTimer("Loop.SetInterval", d, fn, true)
}

func (l *Loop) newTimer(method string, d time.Duration, fn func(), repeat bool) *Timer {
	l.Check(method)
	if fn == nil {
		panicNil(method)
	}
	t := &Timer{loop: l, fn: fn, ms: max(1, int64(d/time.Millisecond)), repeat: repeat, armed: true}
	l.timers.refs++
	l.timers.insert(t, l.nowMs())
	return t
}

// ClearTimeout cancels t, a timeout or an interval. Nothing happens when t is nil or over.
func (l *Loop) ClearTimeout(t *Timer) {
	if t != nil {
		t.Close()
	}
}

// ClearInterval is ClearTimeout; as in Node each takes both kinds.
func (l *Loop) ClearInterval(t *Timer) { l.ClearTimeout(t) }

// Close cancels the timer for good, also from its own callback: Node's timeout.close.
func (t *Timer) Close() *Timer {
	t.loop.Check("Timer.Close")
	if t.fn == nil {
		return t
	}
	t.fn = nil
	if t.armed {
		t.cleared = true
		t.loop.timers.remove(t)
		t.disarm()
	}
	return t
}

// Refresh starts the timer anew from now, without a new Timer; one that has fired fires again.
// A cleared timer stays cleared. It is Node's timeout.refresh.
func (t *Timer) Refresh() *Timer {
	t.loop.Check("Timer.Refresh")
	if t.cleared {
		return t
	}
	t.loop.timers.insert(t, t.loop.nowMs())
	if !t.armed {
		t.armed = true
		if !t.unrefed {
			t.loop.timers.refs++
		}
	}
	return t
}

// Ref makes the timer keep the loop alive, as it does from the start.
func (t *Timer) Ref() *Timer {
	t.loop.Check("Timer.Ref")
	if t.unrefed {
		t.unrefed = false
		if t.armed {
			t.loop.timers.refs++
		}
	}
	return t
}

// Unref lets the loop end although the timer is not due yet.
func (t *Timer) Unref() *Timer {
	t.loop.Check("Timer.Unref")
	if !t.unrefed {
		t.unrefed = true
		if t.armed {
			t.loop.timers.refs--
		}
	}
	return t
}

// HasRef reports whether the timer would keep the loop alive; as in Node this is not changed
// by its firing or its end.
func (t *Timer) HasRef() bool { return !t.unrefed }

// disarm ends the timer's part in keeping the loop alive.
func (t *Timer) disarm() {
	if !t.armed {
		return
	}
	t.armed = false
	if !t.unrefed {
		t.loop.timers.refs--
	}
}
