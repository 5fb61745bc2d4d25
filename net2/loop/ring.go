package loop

// keepSlots is how many slots an empty queue may hold on to; a burst beyond is let go.
const keepSlots = 4096

// ring is a first-in, first-out queue in one slice that is reused. Its zero value is empty.
type ring[T any] struct {
	buf  []T // its length is zero or a power of two
	head int
	n    int
}

func (r *ring[T]) push(v T) {
	if r.n == len(r.buf) {
		r.grow()
	}
	r.buf[(r.head+r.n)&(len(r.buf)-1)] = v
	r.n++
}

// pop takes the oldest; the queue must not be empty. The slot is cleared, so that what was
// queued can be collected.
func (r *ring[T]) pop() T {
	var zero T
	slot := &r.buf[r.head]
	v := *slot
	*slot = zero
	r.head = (r.head + 1) & (len(r.buf) - 1)
	r.n--
	return v
}

func (r *ring[T]) grow() {
	size := max(16, 2*len(r.buf))
	buf := make([]T, size)
	k := copy(buf, r.buf[r.head:])
	copy(buf[k:], r.buf[:r.head])
	r.buf, r.head = buf, 0
}

// shed lets the slice go that a burst left behind.
func (r *ring[T]) shed() {
	if r.n == 0 && len(r.buf) > keepSlots {
		r.buf, r.head = nil, 0
	}
}
