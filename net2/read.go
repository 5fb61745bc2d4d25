package net2

import (
	"errors"
	"io"
	"slices"
	"sync"
)

const (
	readSize  = 64 << 10  // what one read may bring, as in libuv
	readAhead = 128 << 10 // the reader goroutine rests while it is this far ahead of the loop
)

// reader brings bytes from the connection to the loop, one chunk a turn. Its
// goroutine lives while the stream wants data, and is never more than
// readAhead and one chunk ahead of it.
type reader struct {
	h *handle

	mu      sync.Mutex // first to ended: shared with the goroutine
	first   []byte     // the queue's first chunk; nil when there is none
	backlog *backlog   // nil until something of it is set
	held    int32      // bytes in the queue
	on      bool       // the stream wants data
	running bool       // the goroutine is there
	posted  bool       // the loop knows that the queue has something
	ended   bool       // end or error is in the queue, or was
}

// What a chunk is read into, by what became of the last full one.
const (
	intoBuffer  = iota // it comes back
	intoSlab           // the program keeps it
	intoConduit        // it goes to another connection
)

// backlog is the queue without its first chunk, and what else most readers do
// without: a connection that is idle has none.
type backlog struct {
	queue [][]byte      // short: any two neighbours are more than joinSize
	by    []*conduit    // of those chunks, the first included, that are in one
	err   error         // behind all chunks
	given int           // bytes of the first chunk that the loop has had
	gone  chan struct{} // closed when the goroutine is gone; only made by detach
}

// joinSize is how large chunks get that arrived apart and are still in the
// queue. One read would have brought them together had the loop been quicker;
// and a peer that sends a byte at a time must not fill the queue with chunks.
const joinSize = 16 << 10

// inbound is what one read brought: bytes, or the error (io.EOF) that is last.
type inbound struct {
	data []byte
	by   *conduit // that the bytes are in, or nil
	err  error
}

func (r *reader) init(h *handle) {
	r.h = h
	h.lends = h.owner != nil && h.owner.readInto() != nil
}

// start is uv_read_start: chunks flow until stop.
func (r *reader) start() {
	r.mu.Lock()
	r.on = true
	post := !r.empty() && !r.posted
	r.posted = r.posted || post
	spawn := r.mayRead()
	r.mu.Unlock()

	r.h.live.Start(r.h.loop)
	if post {
		r.h.loop.PostCallback(r)
	}
	if spawn {
		go r.run()
	}
}

// stop is uv_read_stop. The goroutine may bring one chunk more; it waits in
// the queue for start.
func (r *reader) stop() {
	r.mu.Lock()
	r.on = false
	r.mu.Unlock()
	r.h.hang.behind = false
	r.h.live.Stop(r.h.loop)
	r.release()
}

// wanted says whether the stream wants data.
func (r *reader) wanted() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.on
}

// mayRead says whether a goroutine must be started, and counts it as there.
// The lock is held.
func (r *reader) mayRead() bool {
	if r.running || r.ended || !r.on || r.held >= readAhead {
		return false
	}
	r.running = true
	return true
}

// Call is what the loop calls that was told of a chunk.
func (r *reader) Call() { r.chunkArrived() }

// chunkArrived gives the stream one chunk. What else is queued comes in the
// next turn, so that no connection starves the others. A chunk that is larger
// than what one read may bring, because an OnRead buffer is small or the chunk
// was in a conduit, comes in callbacks that follow at once.
func (r *reader) chunkArrived() {
	r.mu.Lock()
	r.posted = false
	if !r.on || r.empty() {
		r.mu.Unlock()
		return
	}
	room := r.h.owner.room()
	in, spent := r.pop(room, r.h.owner)
	more := !r.empty()
	r.posted = more
	resets := more && r.first == nil && isReset(r.backlog.err)
	spawn := r.mayRead()
	r.mu.Unlock()

	switch {
	case resets || len(in.data) > 0 && spent == nil:
		r.h.loop.AgainCallback(r)
	case more:
		r.h.loop.PostCallback(r)
	}
	if spawn {
		go r.run()
	}
	if in.err != nil {
		r.finish(in.err)
		return
	}
	all := len(in.data) < room
	if in.by != nil { // several reads in one
		all = len(in.data)%readSize != 0
	}
	r.h.hang.took(r, all, resets)
	r.h.owner.bytesRead += int64(len(in.data))
	r.h.owner.onRead(in)
	if r.h.lends {
		recycle(spent)
	}
}

// foresee learns from a chunk what will become of the next. free: it came back; leadsOn: from another connection.
func (r *reader) foresee(data []byte, free, leadsOn bool) {
	switch {
	case free && leadsOn:
		r.h.into.Store(intoConduit)
	case free || r.h.into.Load() == intoConduit:
		r.h.into.Store(intoBuffer)
	case len(data) == readSize:
		r.h.into.Store(intoSlab)
	}
}

// pop takes at most so many bytes, or the error, from the front of the queue,
// and returns with them the chunk that they are the last of. A chunk that is
// in a conduit stays there if to leads on. The lock is held.
func (r *reader) pop(most int, to *Socket) (in inbound, spent []byte) {
	b := r.backlog
	if r.first == nil {
		in.err, b.err = b.err, nil
		return in, nil
	}
	in.data = r.first
	if b != nil {
		in.by = b.conduitOf(r.first, to)
		in.data = in.data[b.given:]
	}
	if len(in.data) > most && in.by == nil {
		in.data = in.data[:most:most]
		r.behind().given += most
		r.held -= int32(most)
		return in, nil
	}
	r.held -= int32(len(in.data))
	spent, r.first = r.first, nil
	if b != nil {
		b.given = 0
		if len(b.queue) > 0 {
			r.first = b.queue[0]
			b.queue = slices.Delete(b.queue, 0, 1)
		}
	}
	return in, spent
}

// empty says whether nothing is in the queue. The lock is held.
func (r *reader) empty() bool {
	return r.first == nil && (r.backlog == nil || r.backlog.err == nil)
}

// behind is the backlog, to be written to. The lock is held.
func (r *reader) behind() *backlog {
	if r.backlog == nil {
		r.backlog = &backlog{}
	}
	return r.backlog
}

// leaves says whether the connection is being taken from the goroutine. The lock is held.
func (r *reader) leaves() bool { return r.backlog != nil && r.backlog.gone != nil }

// idle says whether nothing that was read waits for the loop.
func (r *reader) idle() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.empty()
}

// discard stops for good and returns how many bytes nobody will see, and
// whether the end, or an error, was read.
func (r *reader) discard() (unread int, ended bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	unread, ended = int(r.held), r.ended
	r.on, r.ended, r.first, r.held = false, true, nil, 0
	if b := r.backlog; b != nil {
		for _, c := range b.by {
			c.release()
		}
		b.queue, b.by, b.err, b.given = nil, nil, nil, 0
	}
	return unread, ended
}

// deliver queues what was read and says whether to go on. Called by the goroutine.
func (r *reader) deliver(in inbound) (more bool) {
	r.mu.Lock()
	if r.ended || r.leaves() && in.err != nil { // closed or detached meanwhile
		r.rest()
		r.mu.Unlock()
		if in.by != nil {
			in.by.release()
		}
		return false
	}
	r.enqueue(in)
	r.ended = in.err != nil
	post := !r.posted
	r.posted = true
	more = !r.ended && r.on && r.held < readAhead
	if !more {
		r.rest()
	}
	r.mu.Unlock()

	if post {
		r.h.loop.PostCallback(r)
	}
	return more
}

// rest ends the goroutine. The lock is held.
func (r *reader) rest() {
	r.running = false
	if r.leaves() {
		close(r.backlog.gone)
		r.backlog.gone = nil
	}
}

// enqueue adds to the queue. The lock is held.
func (r *reader) enqueue(in inbound) {
	if in.err != nil {
		r.behind().err = in.err
		return
	}
	r.held += int32(len(in.data))
	if in.by != nil {
		r.behind().by = append(r.behind().by, in.by)
	}
	last := &r.first
	if r.backlog != nil && len(r.backlog.queue) > 0 {
		last = &r.backlog.queue[len(r.backlog.queue)-1]
	}
	switch {
	case *last == nil:
		*last = in.data
	case len(*last)+len(in.data) <= joinSize:
		*last = append(*last, in.data...)
		recycle(in.data)
	default:
		b := r.behind()
		b.queue = append(b.queue, in.data)
	}
}

// run is the reader goroutine.
func (r *reader) run() {
	if !tries(r.h.conn) {
		r.runBlocking()
		return
	}
	// An error here says that the connection was closed or detached; others come through fill.
	if rawRead(r.h.conn, r.fillFrom) != nil {
		r.mu.Lock()
		r.rest()
		r.mu.Unlock()
	}
}

// fillFrom reads until the kernel has no more, which returns false: wait; or
// until the stream has enough, which returns true: done.
func (r *reader) fillFrom(fd uintptr) (done bool) {
	buf := r.h.buffers.take()
	for ok := true; ok && !done; {
		var in inbound
		switch r.h.into.Load() {
		case intoSlab:
			in, ok = readIntoSlab(fd)
		case intoConduit:
			in, ok, buf = r.readIntoConduit(fd, buf)
		default:
			in, ok, buf = r.read(fd, buf)
		}
		done = ok && !r.deliver(in)
	}
	r.h.buffers.give(buf)
	return done
}

// read is one read, into buf if there is one. It is not ok when there is nothing yet. It
// returns the buffer unless the chunk took it.
func (r *reader) read(fd uintptr, buf *readBuffer) (in inbound, ok bool, left *readBuffer) {
	if buf == nil {
		buf = readPool.Get().(*readBuffer)
	}
	n, err := readFD(fd, buf[:])
	if n < 0 {
		return inbound{}, false, buf
	}
	in, left = r.received(buf, n, err)
	return in, true, left
}

// runBlocking serves connections that cannot be tried: it holds a buffer while it waits.
func (r *reader) runBlocking() {
	var buf *readBuffer
	for more := true; more; {
		if buf == nil {
			buf = readPool.Get().(*readBuffer)
		}
		n, err := r.h.conn.Read(buf[:])
		if errors.Is(err, io.ErrClosedPipe) {
			err = io.EOF
		}
		var in inbound
		if n > 0 {
			in, buf = r.received(buf, n, nil)
			more = r.deliver(in)
		}
		if err != nil && more {
			more = r.deliver(inbound{err: err})
		}
	}
	if buf != nil {
		readPool.Put(buf)
	}
}

// received makes what the listener will own. A chunk that fills a good part of
// the buffer takes the buffer with it; a smaller one is copied to its own size,
// unless the buffer comes back soon. It returns the buffer if that is left.
func (r *reader) received(buf *readBuffer, n int, err error) (in inbound, left *readBuffer) {
	switch {
	case err != nil:
		return inbound{err: err}, buf
	case n == 0:
		return inbound{err: io.EOF}, buf
	case n > readSize/4 || r.h.lends:
		return inbound{data: buf[:n]}, nil
	}
	data := make([]byte, n)
	copy(data, buf[:])
	return inbound{data: data}, buf
}
