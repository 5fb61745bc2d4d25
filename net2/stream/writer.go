package stream

import (
	"context"
	"io"
	"runtime/debug"

	"github.com/nodenet/go/net2/loop"
)

// WriterOptions are the options of FromWriter.
type WriterOptions struct {
	Loop          *loop.Loop      // nil: loop.Default()
	Context       context.Context // when it ends, the stream is destroyed with ABORT_ERR
	HighWaterMark int             // bytes; 0: the default of streams
	NoClose       bool            // autoClose: false: leave the writer open even if it is an io.Closer
	Sync          bool            // write on the loop itself: for writers that do not wait, such as a buffer
}

// FromWriter makes a stream that writes to w. Node has no io.Writer; it is to w what fs.WriteStream is to a file.
//
// A goroutine writes, one chunk or all that waits at once, and there is one only while it does; callbacks run on the
// loop. A write in flight keeps the loop alive. An error of w destroys the stream; a panic of w is a panic on the
// loop, with a *loop.WorkPanic. After End, what w buffers is flushed if it has a method Flush() error, and if it is an
// io.Closer it is closed; 'finish' follows, or their error. Destroy closes it too, even while a Write is in flight, in
// order to interrupt it: os.File (pipes), net.Conn and io.PipeWriter allow that. On the loop.
func FromWriter(w io.Writer, options ...WriterOptions) *Writable {
	o := first(options)
	t := &writerTarget{writer: w, close: closerOf(w, o.NoClose), sync: o.Sync}
	if t.loop = o.Loop; t.loop == nil {
		t.loop = loop.Default()
	}
	t.run = func() { t.write(); t.loop.Post(t.report) }
	t.report = t.reported
	return NewWritable(WritableOptions{
		WriteBytes: t.start, Writev: t.startAll, Final: t.final, Destroy: t.destroy,
		Loop: t.loop, Context: o.Context, HighWaterMark: o.HighWaterMark,
		ReadOnlyChunks: true, // an io.Writer must neither change nor keep what it gets
	})
}

// writerTarget writes for a Writable. One write is in flight at a time, so its fields need no lock.
type writerTarget struct {
	loop  *loop.Loop
	close func() error
	sync  bool

	writer   io.Writer
	one      [1][]byte // the chunk when there is only one
	chunks   [][]byte
	err      error
	panicked *loop.WorkPanic
	done     func(error)
	joined   []byte // memory for small chunks that are written together
	run      func() // write and reported, made once
	report   func()
}

func (t *writerTarget) start(_ *Writable, b []byte, cb func(error)) {
	t.one[0] = b
	t.chunks = t.one[:]
	t.begin(cb)
}

func (t *writerTarget) startAll(_ *Writable, chunks []Chunk, cb func(error)) {
	t.chunks = make([][]byte, len(chunks))
	for i := range chunks {
		t.chunks[i] = chunks[i].Bytes
	}
	t.begin(cb)
}

func (t *writerTarget) begin(cb func(error)) {
	t.done = cb
	if t.sync {
		err := t.writeAll()
		t.finish(err)
		return
	}
	t.loop.BeginRequest()
	go t.run()
}

// write runs on the goroutine.
func (t *writerTarget) write() {
	defer func() {
		if v := recover(); v != nil {
			t.panicked = &loop.WorkPanic{Value: v, Stack: debug.Stack()}
		}
	}()
	t.err = t.writeAll()
}

// joinLimit is up to what size chunks are copied together into one Write.
const joinLimit = 64 * 1024

func (t *writerTarget) writeAll() error {
	for len(t.chunks) > 0 {
		next, n := t.next()
		t.chunks = t.chunks[n:]
		if len(next) == 0 {
			continue
		}
		if n, err := t.writer.Write(next); err != nil {
			return err
		} else if n < len(next) {
			return io.ErrShortWrite
		}
	}
	return nil
}

// next returns what goes into the next Write, and of how many chunks it is made.
func (t *writerTarget) next() (b []byte, n int) {
	size := 0
	for n < len(t.chunks) && size+len(t.chunks[n]) <= joinLimit {
		size += len(t.chunks[n])
		n++
	}
	if n <= 1 {
		return t.chunks[0], 1
	}
	t.joined = t.joined[:0]
	for _, chunk := range t.chunks[:n] {
		t.joined = append(t.joined, chunk...)
	}
	return t.joined, n
}

// reported takes over from the goroutine.
func (t *writerTarget) reported() {
	t.loop.EndRequest()
	err := t.err
	t.err = nil
	if p := t.panicked; p != nil {
		t.panicked = nil
		defer panic(p)
		err = p
	}
	t.finish(err)
}

func (t *writerTarget) finish(err error) {
	cb := t.done
	t.done, t.chunks, t.one[0] = nil, nil, nil
	if cap(t.joined) > joinLimit {
		t.joined = nil
	}
	cb(err)
}

// final flushes and closes, so that 'finish' means that nothing is left behind.
func (t *writerTarget) final(_ *Writable, cb func(error)) {
	f, ok := t.writer.(interface{ Flush() error })
	if !ok {
		closeThen(t.loop, &t.close, nil, cb)
		return
	}
	if t.sync {
		closeThen(t.loop, &t.close, f.Flush(), cb)
		return
	}
	var err error
	t.loop.Work(func() { err = f.Flush() }, func() { closeThen(t.loop, &t.close, err, cb) })
}

func (t *writerTarget) destroy(_ *Writable, err error, cb func(error)) {
	closeThen(t.loop, &t.close, err, cb)
}
