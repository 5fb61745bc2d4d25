package loop

// SetDebugging switches the check of NODENET_DEBUG and returns what switches it back.
func SetDebugging(on bool) (restore func()) {
	was := debugging
	debugging = on
	return func() { debugging = was }
}

// Held is how many slots the loop's queues hold on to, the largest of them.
func (l *Loop) Held() int {
	return max(len(l.ticks.buf), len(l.microtasks.buf), len(l.flushes.queue.buf), cap(l.closings.running), cap(l.closings.queue),
		len(l.immediates.queue.buf), cap(l.batch), cap(l.inbox.queue))
}

// TimerLists is how many lists of timers there are.
func (l *Loop) TimerLists() (inMap, inHeap int) { return len(l.timers.lists), len(l.timers.heap) }

// KeepSlots is what a queue may hold on to.
const KeepSlots = keepSlots
