package loop

import "time"

// timers holds all timers of a loop as Node does: one list for each duration, in the order in
// which they were started and so in the order in which they are due; and a heap of the lists.
type timers struct {
	lists map[int64]*timerList
	heap  []*timerList
	stamp int64 // numbers the lists, for those that are due in the same millisecond
	refs  int   // armed and ref'd

	now    int64 // when the phase began
	ending bool  // the phase has only its last ticks left
}

type timerList struct {
	root   Timer // root.next is the first, root.prev the last
	ms     int64
	expiry int64 // no timer in the list is due before
	stamp  int64
	pos    int // in the heap
}

func (ts *timers) init() { ts.lists = map[int64]*timerList{} }

func (tl *timerList) first() *Timer {
	if tl.root.next == &tl.root {
		return nil
	}
	return tl.root.next
}

func (tl *timerList) append(t *Timer) {
	last := tl.root.prev
	t.list, t.prev, t.next = tl, last, &tl.root
	last.next, tl.root.prev = t, t
}

func (t *Timer) unlink() {
	if t.list != nil {
		t.prev.next, t.next.prev = t.next, t.prev
		t.list, t.prev, t.next = nil, nil, nil
	}
}

// insert starts t, wherever it was before.
func (ts *timers) insert(t *Timer, start int64) {
	t.start = start
	list := t.list
	if list == nil {
		list = ts.listFor(t.ms, start)
	}
	t.unlink()
	list.append(t)
}

func (ts *timers) listFor(ms, start int64) *timerList {
	list := ts.lists[ms]
	if list == nil {
		ts.stamp++
		list = &timerList{ms: ms, expiry: start + ms, stamp: ts.stamp}
		list.root.prev, list.root.next = &list.root, &list.root
		ts.lists[ms] = list
		ts.heapPush(list)
	}
	return list
}

// remove takes t out, and its list too when that was the last.
func (ts *timers) remove(t *Timer) {
	list := t.list
	t.unlink()
	if list != nil && list.first() == nil {
		ts.drop(list)
	}
}

func (ts *timers) drop(list *timerList) {
	delete(ts.lists, list.ms)
	ts.heapRemove(list.pos)
}

// wait is how long the loop may park; false means for ever.
func (ts *timers) wait(l *Loop) (time.Duration, bool) {
	if len(ts.heap) == 0 {
		return 0, false
	}
	elapsed := time.Since(l.base)
	ms := ts.heap[0].expiry - int64(elapsed/time.Millisecond)
	return time.Duration(ms)*time.Millisecond - elapsed%time.Millisecond, true
}

// runTimers is the timers phase. What is due is measured once, when it begins.
//
// Ticks run between two timers, and once more after the last: a timer that was found due
// before the ticks of the one ahead of it fires even if they refresh it, as in Node.
func (l *Loop) runTimers(again bool) {
	ts := &l.timers
	if len(ts.heap) == 0 && !again {
		return
	}
	if !again {
		ts.now, ts.ending = l.nowMs(), false
	}
	for ran := false; !ts.ending && len(ts.heap) > 0; ran = true {
		list := ts.heap[0]
		if list.expiry > ts.now {
			break
		}
		if ran {
			l.afterCallback()
		}
		l.runTimerList(list)
	}
	if !ts.ending {
		ts.ending = true
		l.afterCallback()
	}
}

// runTimerList runs all due timers of one list before the next list gets its turn.
func (l *Loop) runTimerList(list *timerList) {
	ts := &l.timers
	ran := false
	for t := list.first(); t != nil; t = list.first() {
		if ts.now-t.start < list.ms {
			ts.postpone(list, t.start+list.ms)
			return
		}
		if ran {
			l.afterCallback()
		}
		ran = true
		ts.fire(l, t)
	}
	// A callback may have cleared the last timer, and with it the list, and started another.
	if ts.lists[list.ms] == list {
		ts.drop(list)
	}
}

func (ts *timers) postpone(list *timerList, expiry int64) {
	ts.stamp++
	list.expiry, list.stamp = expiry, ts.stamp
	ts.heapDown(list.pos)
}

// fire takes one timer from its list and calls it.
func (ts *timers) fire(l *Loop, t *Timer) {
	t.unlink()
	if t.fn == nil {
		t.disarm() // cleared by a tick, or refreshed after it was cleared
		return
	}
	var start int64
	if t.repeat {
		start = l.nowMs()
	}
	defer ts.fired(t, start)
	l.call(t.fn)
}

// fired arms an interval again, or ends a timeout that was not refreshed meanwhile. It runs
// also when the callback panicked.
func (ts *timers) fired(t *Timer, start int64) {
	switch {
	case t.repeat && !t.cleared:
		ts.insert(t, start)
	case t.list == nil:
		t.disarm()
	}
}
