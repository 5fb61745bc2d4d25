package loop

// Immediate is what SetImmediate returns: Node's Immediate.
type Immediate struct {
	loop    *Loop
	fn      func()
	unrefed bool
}

type immediates struct {
	queue ring[*Immediate]
	due   int // of those queued, how many belong to the phase that runs
	refs  int // how many keep the loop alive

	calling bool // a callback runs, or panicked
}

// SetImmediate queues fn for the check phase, the one after the pending callbacks. When called
// in the check phase, fn runs a turn later. It is Node's setImmediate.
func (l *Loop) SetImmediate(fn func()) *Immediate {
	l.Check("Loop.SetImmediate")
	if fn == nil {
		panicNil("Loop.SetImmediate")
	}
	im := &Immediate{loop: l, fn: fn}
	l.immediates.queue.push(im)
	l.immediates.refs++
	return im
}

// ClearImmediate cancels im. Nothing happens when im is nil, has run or was cleared before.
func (l *Loop) ClearImmediate(im *Immediate) {
	l.Check("Loop.ClearImmediate")
	if im != nil {
		im.retire()
	}
}

// Ref makes the immediate keep the loop alive, as it does from the start.
func (im *Immediate) Ref() *Immediate {
	im.loop.Check("Immediate.Ref")
	if im.fn != nil && im.unrefed {
		im.unrefed = false
		im.loop.immediates.refs++
	}
	return im
}

// Unref lets the loop end before the immediate has run. As in Node the loop also rests while
// there are only unref'd immediates: they run when something else wakes it.
func (im *Immediate) Unref() *Immediate {
	im.loop.Check("Immediate.Unref")
	if im.fn != nil && !im.unrefed {
		im.unrefed = true
		im.loop.immediates.refs--
	}
	return im
}

// HasRef reports whether the immediate keeps the loop alive: false once it ran or was cleared.
func (im *Immediate) HasRef() bool { return im.fn != nil && !im.unrefed }

// retire takes the callback out; what it returns is nil the second time.
func (im *Immediate) retire() func() {
	fn := im.fn
	if im.HasRef() {
		im.loop.immediates.refs--
	}
	im.fn = nil
	return fn
}

// runImmediates is the check phase.
func (l *Loop) runImmediates(again bool) {
	q := &l.immediates
	// After a panic in the last one Node goes on with those that were set meanwhile.
	if !again || q.due == 0 && q.calling {
		q.due = q.queue.n
	}
	for q.due > 0 {
		q.due--
		if fn := q.queue.pop().retire(); fn != nil {
			q.calling = true
			l.call(fn)
			q.calling = false
			l.afterCallback()
		}
	}
}
