package stream

import (
	"io"
	"sync"
)

// NewReader returns an io.Reader of what s gives, for code that blocks: it is used from one goroutine at a time, never
// from the loop's. NewReader itself is called on the loop.
//
// It takes s over: it listens to 'data', and pauses s while more than its high-water mark waits to be read. Read
// returns io.EOF after 'end', the error that s failed with, or ERR_STREAM_PREMATURE_CLOSE. Close destroys s and ends a
// Read that waits, from any goroutine. A Read that waits does not keep the loop alive; run the code with loop.Work,
// which does.
func NewReader(s ReadableStream) io.ReadCloser {
	c := s.base()
	b := &blockingReader{core: c, limit: max(c.rd.highWaterMark, 1)}
	b.more.L = &b.mu
	b.resume = func() {
		if !c.destroyed {
			c.rd.resume()
		}
	}
	c.On("data", b.data)
	Finished(s, b.over, FinishedOptions{NoWritable: true})
	return b
}

type blockingReader struct {
	core   *core
	limit  int
	resume func()

	mu      sync.Mutex
	more    sync.Cond // something arrived, or it is over
	chunks  [][]byte
	waiting int  // bytes in chunks
	paused  bool // until the program has caught up
	err     error
}

func (b *blockingReader) data(chunk any) {
	var bytes []byte
	switch v := chunk.(type) {
	case []byte:
		bytes = v
	case string:
		bytes = []byte(v)
	default:
		b.core.destroy(errInvalidChunk(chunk))
		return
	}
	if len(bytes) == 0 {
		return
	}
	b.mu.Lock()
	full := false
	if b.err == nil { // else closed
		b.chunks = append(b.chunks, bytes)
		b.waiting += len(bytes)
		full = b.waiting >= b.limit
		b.paused = b.paused || full
		b.more.Signal()
	}
	b.mu.Unlock()
	if full {
		b.core.rd.pause()
	}
}

func (b *blockingReader) over(err error) {
	if err == nil {
		err = io.EOF
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil {
		b.err = err
	}
	b.more.Broadcast()
}

// Read implements io.Reader.
func (b *blockingReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	b.mu.Lock()
	for len(b.chunks) == 0 && b.err == nil {
		b.more.Wait()
	}
	n := 0
	for n < len(p) && len(b.chunks) > 0 {
		took := copy(p[n:], b.chunks[0])
		n += took
		if b.chunks[0] = b.chunks[0][took:]; len(b.chunks[0]) == 0 {
			b.chunks[0] = nil
			b.chunks = b.chunks[1:]
		}
	}
	b.waiting -= n
	wake := b.paused && b.waiting < b.limit
	if wake {
		b.paused = false
	}
	err := b.err
	b.mu.Unlock()
	if wake {
		b.core.loop.Post(b.resume)
	}
	if n > 0 {
		return n, nil
	}
	return 0, err
}

// Close implements io.Closer.
func (b *blockingReader) Close() error {
	b.mu.Lock()
	b.chunks, b.waiting = nil, 0
	if b.err == nil {
		b.err = io.ErrClosedPipe
	}
	b.more.Broadcast()
	b.mu.Unlock()
	b.core.loop.Post(func() { b.core.destroy(nil) })
	return nil
}

// NewWriter returns an io.Writer to s, for code that blocks: it is used from any goroutine but the loop's. NewWriter
// itself is called on the loop.
//
// Write waits until s has called back for all of p, and returns the error that s failed with. Close ends s, waits for
// 'finish' and returns the error that came instead, if one did. Both wait for ever if the loop does not run; run the
// code with loop.Work, which keeps the loop alive.
func NewWriter(s WritableStream) io.WriteCloser {
	b := &blockingWriter{s: s, over: make(chan struct{})}
	Finished(s, func(err error) {
		b.err = err
		close(b.over)
	}, FinishedOptions{NoReadable: true})
	return b
}

type blockingWriter struct {
	s    WritableStream
	err  error         // how s ended; read after over
	over chan struct{} // closed when s is over
}

// Write implements io.Writer.
func (b *blockingWriter) Write(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	done := make(chan error, 1)
	owned := append([]byte(nil), p...) // the caller may use p again, and s may have handed it on
	b.s.base().loop.Post(func() {
		b.s.WriteBytes(owned, func(err error) { done <- err })
	})
	if err := <-done; err != nil {
		return 0, err
	}
	return len(p), nil
}

// Close implements io.Closer.
func (b *blockingWriter) Close() error {
	b.s.base().loop.Post(func() {
		if w := b.s.writable(); !w.ending && !w.c.destroyed {
			w.end()
		}
	})
	<-b.over
	return b.err
}
