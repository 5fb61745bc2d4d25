package net2

import "sync"

// maxReads is how many goroutines of a loop may read at once, each with a buffer. To allocate a
// chunk is to wait while the collector runs: without a bound, hundreds waited there with 64 KiB each.
const maxReads = 64

// buffers are what the goroutines of a loop read into. As many are made as were ever in use at
// once, and stay: they are live memory of which little is ever touched, so that the collector
// runs less often.
type buffers struct {
	free   chan *readBuffer
	unmade chan struct{} // one for each that may still be made
}

func newBuffers() buffers {
	b := buffers{free: make(chan *readBuffer, maxReads), unmade: make(chan struct{}, maxReads)}
	for range maxReads {
		b.unmade <- struct{}{}
	}
	return b
}

func (b *buffers) take() *readBuffer {
	select {
	case buf := <-b.free:
		return buf
	default:
	}
	select {
	case buf := <-b.free:
		return buf
	case <-b.unmade:
		return readPool.Get().(*readBuffer)
	}
}

// give takes back what take returned, or nil: a chunk took it.
func (b *buffers) give(buf *readBuffer) {
	if buf == nil {
		b.unmade <- struct{}{}
	} else {
		b.free <- buf
	}
}

// readPool holds buffers that chunks have taken, and that came back.
var readPool = sync.Pool{New: func() any { return new(readBuffer) }}

type readBuffer [readSize]byte

// recycle takes a chunk back that nobody else has kept.
func recycle(data []byte) {
	if cap(data) == readSize {
		readPool.Put((*readBuffer)(data[:readSize]))
	}
}
