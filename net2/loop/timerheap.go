package loop

// The heap of timer lists: the one that is due first is at its top. It is written out because
// container/heap calls through an interface.

func (a *timerList) before(b *timerList) bool {
	return a.expiry < b.expiry || a.expiry == b.expiry && a.stamp < b.stamp
}

func (ts *timers) heapPush(list *timerList) {
	list.pos = len(ts.heap)
	ts.heap = append(ts.heap, list)
	ts.heapUp(list.pos)
}

func (ts *timers) heapRemove(i int) {
	last := len(ts.heap) - 1
	moved := ts.heap[last]
	ts.heap[last] = nil
	ts.heap = ts.heap[:last]
	if i == last {
		return
	}
	ts.heap[i], moved.pos = moved, i
	ts.heapUp(i)
	ts.heapDown(moved.pos)
}

func (ts *timers) heapUp(i int) {
	h := ts.heap
	list := h[i]
	for i > 0 {
		parent := (i - 1) / 2
		if !list.before(h[parent]) {
			break
		}
		h[i], h[parent].pos = h[parent], i
		i = parent
	}
	h[i], list.pos = list, i
}

func (ts *timers) heapDown(i int) {
	h := ts.heap
	list := h[i]
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if right := child + 1; right < len(h) && h[right].before(h[child]) {
			child = right
		}
		if !h[child].before(list) {
			break
		}
		h[i], h[child].pos = h[child], i
		i = child
	}
	h[i], list.pos = list, i
}
