package stream

import (
	"io"
)

// NewReader returns an io.Reader of what s gives, for code that blocks: it is used from one goroutine at a time, never
// from the loop's. NewReader itself is called on the loop.
//
// It takes s over: it listens to 'data', and pauses s while more than its high-water mark waits to be read. Read
// returns io.EOF after 'end', the error that s failed with, or ERR_STREAM_PREMATURE_CLOSE. Close destroys s and ends a
// Read that waits, from any goroutine. A Read that waits does not keep the loop alive; run the code with loop.Work,
// which does.
func NewReader(s ReadableStream) io.ReadCloser {
	return &blockingReader{in: newInlet(s)}
}

type blockingReader struct {
	in   *inlet
	rest []byte // of the last chunk
}

// Read implements io.Reader.
func (b *blockingReader) Read(p []byte) (int, error) {
	for len(b.rest) == 0 && len(p) > 0 {
		ch, err := b.in.next()
		if err != nil {
			return 0, err
		}
		switch v := ch.value.(type) {
		case nil:
			b.rest = ch.bytes
		case string:
			b.rest = []byte(v)
		default:
			err := errInvalidChunk(v)
			b.in.close(err)
			return 0, err
		}
	}
	if b.in.isShut() {
		return 0, io.ErrClosedPipe
	}
	n := copy(p, b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

// Close implements io.Closer.
func (b *blockingReader) Close() error {
	b.in.close(nil)
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
