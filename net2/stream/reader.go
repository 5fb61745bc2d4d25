package stream

import (
	"context"
	"io"
	"runtime/debug"

	"github.com/nodenet/go/net2/loop"
)

// ReaderOptions are the options of FromReader.
type ReaderOptions struct {
	Loop          *loop.Loop      // nil: loop.Default()
	Context       context.Context // when it ends, the stream is destroyed with ABORT_ERR
	HighWaterMark int             // bytes of one Read, and of what is read ahead; 0: 65536
	Encoding      string          // data arrives as strings of this encoding
	NoClose       bool            // autoClose: false: leave the reader open even if it is an io.Closer
}

// FromReader makes a stream of what r gives. Node has no io.Reader; it is to r what fs.ReadStream is to a file.
//
// A goroutine reads, only while the stream wants data, and there is one only while a Read is in flight. The stream
// reads ahead up to its high-water mark, which after Pause is at most one chunk more. A Read that is in flight keeps
// the loop alive. io.EOF ends the stream, every other error destroys it; a panic of r is a panic on the loop, with a
// *loop.WorkPanic.
//
// If r is an io.Closer it is closed, on a goroutine, when the stream is destroyed, as it is by itself after 'end';
// 'close' waits for that, and an error of Close is the stream's. Close may come while a Read is in flight, in order to
// interrupt it: os.File (pipes), net.Conn and io.PipeReader allow that. Where nothing can interrupt the Read, as with
// a terminal, its goroutine stays until it returns, but keeps nothing alive. On the loop.
func FromReader(r io.Reader, options ...ReaderOptions) *Readable {
	return newReaderSource(r, first(options)).stream
}

const readerHighWaterMark = 64 * 1024

// readerSource reads for a Readable. The fields below busy are the goroutine's while one runs.
type readerSource struct {
	stream *Readable
	handle loop.Handle // active while a Read is in flight and the stream not destroyed
	close  func() error
	busy   bool

	reader   io.Reader
	buf      []byte
	n        int
	err      error
	panicked *loop.WorkPanic
	run      func() // read and done, made once
	report   func()
}

func newReaderSource(r io.Reader, o ReaderOptions) *readerSource {
	s := &readerSource{reader: r, close: closerOf(r, o.NoClose)}
	if o.HighWaterMark == 0 {
		o.HighWaterMark = readerHighWaterMark
	}
	l := o.Loop
	if l == nil {
		l = loop.Default()
	}
	s.handle.Init(l)
	s.run = func() { s.read(); l.Post(s.report) }
	s.report = s.done
	s.stream = NewReadable(ReadableOptions{
		Read: s.start, Destroy: s.destroy,
		Loop: l, Context: o.Context, HighWaterMark: o.HighWaterMark, Encoding: o.Encoding,
	})
	return s
}

// closerOf returns what closes v, or nil.
func closerOf(v any, no bool) func() error {
	if c, ok := v.(io.Closer); ok && !no {
		return c.Close
	}
	return nil
}

func (s *readerSource) start(_ *Readable, n int) {
	if s.busy {
		return
	}
	if len(s.buf) == 0 {
		s.buf = make([]byte, max(n, 1))
	}
	s.busy = true
	s.handle.Start()
	go s.run()
}

// read runs on the goroutine.
func (s *readerSource) read() {
	defer func() {
		if v := recover(); v != nil {
			s.panicked = &loop.WorkPanic{Value: v, Stack: debug.Stack()}
		}
	}()
	for range 100 { // a reader may return nothing at all, but not for ever
		if s.n, s.err = s.reader.Read(s.buf); s.n != 0 || s.err != nil {
			return
		}
	}
	s.err = io.ErrNoProgress
}

// done takes over what the goroutine read.
func (s *readerSource) done() {
	s.busy = false
	s.handle.Stop()
	if p := s.panicked; p != nil {
		s.panicked = nil
		s.stream.Destroy(p)
		panic(p)
	}
	if s.stream.Destroyed() {
		s.buf = nil
		return
	}
	n, err := s.n, s.err
	if n > 0 {
		s.stream.PushBytes(s.takeChunk(n))
	}
	switch {
	case err == nil:
	case err == io.EOF: // bare, as io.Reader says; a wrapped one is a failure
		s.buf = nil
		s.stream.Push(nil)
	default:
		s.stream.Destroy(err)
	}
}

// takeChunk returns the n bytes that were read, for the listener to keep. What is small gets memory of its own, so
// that it does not hold a whole buffer.
func (s *readerSource) takeChunk(n int) []byte {
	if n <= len(s.buf)/4 {
		return append([]byte(nil), s.buf[:n]...)
	}
	b := s.buf[:n:n]
	s.buf = nil
	return b
}

func (s *readerSource) destroy(_ *Readable, err error, cb func(error)) {
	s.handle.Stop()
	closeThen(s.stream.core.loop, &s.close, err, cb)
}

// closeThen closes, once, on a goroutine, and calls cb on the loop with err or else with Close's own error.
func closeThen(l *loop.Loop, close *func() error, err error, cb func(error)) {
	f := *close
	*close = nil
	if f == nil {
		cb(err)
		return
	}
	var closeErr error
	l.Work(func() { closeErr = f() }, func() {
		if err == nil {
			err = closeErr
		}
		cb(err)
	})
}
