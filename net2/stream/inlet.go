package stream

import (
	"io"
	"slices"
	"sync"
)

// inlet brings the chunks of a stream to one other goroutine, which waits for them. The stream is paused while more
// than its high-water mark waits there.
type inlet struct {
	core   *core
	limit  int
	resume func()
	detach func() // lets the stream go, on the loop
	ended  bool   // the stream is over; on the loop

	mu      sync.Mutex
	more    sync.Cond // something arrived, or it is over
	chunks  []chunk
	waiting int   // size of chunks
	paused  bool  // until the goroutine has caught up
	err     error // why there will be no more: io.EOF after 'end'
}

func newInlet(s ReadableStream) *inlet {
	c := s.base()
	in := &inlet{core: c, limit: max(c.marks.read, 1)}
	in.more.L = &in.mu
	in.resume = func() {
		if !c.destroyed {
			c.rd.resume()
		}
	}
	listener := in.data
	c.On("data", listener)
	forget := Finished(s, in.over, FinishedOptions{NoWritable: true})
	in.detach = func() {
		c.Off("data", listener)
		forget()
	}
	return in
}

func (in *inlet) data(v any) {
	ch := chunk{value: v}
	switch v := v.(type) {
	case []byte:
		ch = chunk{bytes: v}
	case string:
		ch = textChunk(v)
	}
	in.mu.Lock()
	full := true
	if in.err == nil { // else nobody waits any more
		in.chunks = append(in.chunks, ch)
		in.waiting += in.size(ch)
		full = in.waiting >= in.limit
		in.paused = in.paused || full
		in.more.Signal()
	}
	in.mu.Unlock()
	if full {
		in.core.rd.pause()
	}
}

func (in *inlet) size(ch chunk) int {
	if in.core.rd.objectMode {
		return 1
	}
	return ch.size()
}

func (in *inlet) over(err error) {
	in.ended = true
	if err == nil {
		err = io.EOF
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.err == nil {
		in.err = err
	}
	in.more.Broadcast()
}

// next waits for a chunk. What came before an error is given before it.
func (in *inlet) next() (chunk, error) {
	in.mu.Lock()
	for len(in.chunks) == 0 && in.err == nil {
		in.more.Wait()
	}
	if len(in.chunks) == 0 {
		defer in.mu.Unlock()
		return chunk{}, in.err
	}
	ch := in.chunks[0]
	in.chunks[0] = chunk{}
	in.chunks = in.chunks[1:]
	in.waiting -= in.size(ch)
	wake := in.paused && in.waiting < in.limit
	if wake {
		in.paused = false
	}
	in.mu.Unlock()
	if wake {
		in.core.loop.Post(in.resume)
	}
	return ch, nil
}

// shut ends next, now and for ever. It returns what next has not given.
func (in *inlet) shut() (rest []chunk) {
	in.mu.Lock()
	defer in.mu.Unlock()
	rest = in.chunks
	in.chunks, in.waiting, in.err = nil, 0, io.ErrClosedPipe
	in.more.Broadcast()
	return rest
}

func (in *inlet) isShut() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.err == io.ErrClosedPipe
}

// release lets the stream go, to be used by others: what nobody has read is put back in front.
func (in *inlet) release() {
	in.core.loop.Post(func() {
		in.detach()
		rest := in.shut()
		r := in.core.rd
		if r.dataListening || r.endEmitted || in.core.destroyed {
			return // others have seen it, or it is too late
		}
		r.flowing, r.pauseKnown, r.paused = FlowingNull, false, false
		for _, ch := range slices.Backward(rest) {
			r.unshiftChunk(ch)
		}
	})
}

// close destroys the stream.
func (in *inlet) close(err error) {
	in.shut()
	in.core.loop.Post(func() { in.core.destroy(err) })
}

// leave destroys the stream as Node's iterator does when it returns: one that is over, but has no autoDestroy, stays.
func (in *inlet) leave() {
	in.core.loop.Post(func() {
		if !in.ended || in.core.autoDestroy {
			cutOff(in.core.self(), nil)
		}
	})
}
