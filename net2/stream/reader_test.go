package stream

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// track notes the events of a stream and joins its chunks.
type tracked struct {
	events []string
	text   strings.Builder
	err    error
}

func trackReadable(r *Readable) *tracked {
	tr := &tracked{}
	r.On("data", func(b []byte) { tr.text.Write(b) })
	for _, event := range []string{"end", "close"} {
		r.On(event, func() { tr.events = append(tr.events, event) })
	}
	r.On("error", func(err error) { tr.events = append(tr.events, "error"); tr.err = err })
	return tr
}

// closing is a reader or writer that knows how often it was closed.
type closing struct {
	io.Reader
	io.Writer
	err    error
	closed atomic.Int32
}

func (c *closing) Close() error { c.closed.Add(1); return c.err }

func TestFromReader(t *testing.T) {
	text := strings.Repeat("all the king's horses ", 20000)
	for name, r := range map[string]io.Reader{
		"whole":          strings.NewReader(text),
		"bytes":          iotest.OneByteReader(strings.NewReader(text[:3000])),
		"data with EOF":  iotest.DataErrReader(strings.NewReader(text)),
		"nothing at all": strings.NewReader(""),
		"half":           iotest.HalfReader(strings.NewReader(text)),
	} {
		t.Run(name, func(t *testing.T) {
			want := text
			switch name {
			case "bytes":
				want = text[:3000]
			case "nothing at all":
				want = ""
			}
			c := &closing{Reader: r}
			var tr *tracked
			runLoop(t, func(l *loop.Loop) { tr = trackReadable(FromReader(c, ReaderOptions{Loop: l})) })
			assert.Equal(t, want, tr.text.String())
			assert.Equal(t, []string{"end", "close"}, tr.events)
			assert.EqualValues(t, 1, c.closed.Load())
		})
	}
}

func TestFromReaderEncoding(t *testing.T) {
	var got []string
	runLoop(t, func(l *loop.Loop) {
		r := FromReader(iotest.OneByteReader(strings.NewReader("a€")), ReaderOptions{Loop: l, Encoding: "utf8"})
		r.On("data", func(s string) { got = append(got, s) })
	})
	assert.Equal(t, []string{"a", "€"}, got)
}

func TestFromReaderLeavesOpen(t *testing.T) {
	c := &closing{Reader: strings.NewReader("x")}
	runLoop(t, func(l *loop.Loop) { FromReader(c, ReaderOptions{Loop: l, NoClose: true}).Resume() })
	assert.Zero(t, c.closed.Load())
}

func TestFromReaderErrors(t *testing.T) {
	broken := errors.New("broken")
	for name, c := range map[string]*closing{
		"read":        {Reader: io.MultiReader(strings.NewReader("some"), iotest.ErrReader(broken))},
		"close":       {Reader: strings.NewReader("some"), err: broken},
		"both":        {Reader: io.MultiReader(strings.NewReader("some"), iotest.ErrReader(broken)), err: errors.New("other")},
		"no progress": {Reader: io.MultiReader(strings.NewReader("some"), silent{})},
	} {
		t.Run(name, func(t *testing.T) {
			var tr *tracked
			runLoop(t, func(l *loop.Loop) { tr = trackReadable(FromReader(c, ReaderOptions{Loop: l})) })
			assert.Equal(t, "some", tr.text.String())
			want := broken
			if name == "no progress" {
				want = io.ErrNoProgress
			}
			assert.Equal(t, want, tr.err)
			assert.Equal(t, []string{"error", "close"}, tr.events[len(tr.events)-2:])
			assert.EqualValues(t, 1, c.closed.Load())
		})
	}
}

// silent returns nothing, for ever.
type silent struct{}

func (silent) Read([]byte) (int, error) { return 0, nil }

// panicky panics.
type panicky struct{}

func (panicky) Read([]byte) (int, error)  { panic("no read") }
func (panicky) Write([]byte) (int, error) { panic("no write") }

func TestFromReaderPanic(t *testing.T) {
	var caught any
	var tr *tracked
	runLoop(t, func(l *loop.Loop) {
		l.OnUncaught(func(v any) { caught = v })
		tr = trackReadable(FromReader(panicky{}, ReaderOptions{Loop: l}))
	})
	p, ok := caught.(*loop.WorkPanic)
	require.True(t, ok)
	assert.Equal(t, "no read", p.Value)
	assert.Contains(t, string(p.Stack), "panicky")
	assert.Equal(t, []string{"error", "close"}, tr.events)
}

func osPipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	require.NoError(t, err)
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}

// skipWithoutInterrupt skips where closing a pipe does not end a Read or Write that waits in it.
func skipWithoutInterrupt(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("pipes of Windows cannot be interrupted")
	}
}

func TestFromReaderOfPipe(t *testing.T) {
	r, w := osPipe(t)
	var tr *tracked
	runLoop(t, func(l *loop.Loop) {
		s := FromReader(r, ReaderOptions{Loop: l})
		tr = trackReadable(s)
		s.Once("data", func([]byte) {
			w.WriteString("second")
			w.Close()
		})
		w.WriteString("first ")
	})
	assert.Equal(t, "first second", tr.text.String())
	assert.Equal(t, []string{"end", "close"}, tr.events)
	_, err := r.Stat()
	assert.ErrorIs(t, err, os.ErrClosed)
}

// A Read that waits is interrupted by Close, and its goroutine ends: TestMain would find it.
func TestFromReaderDestroyWhileReading(t *testing.T) {
	skipWithoutInterrupt(t)
	r, _ := osPipe(t)
	var tr *tracked
	runLoop(t, func(l *loop.Loop) {
		s := FromReader(r, ReaderOptions{Loop: l})
		tr = trackReadable(s)
		l.SetImmediate(func() { s.Destroy() })
	})
	assert.Equal(t, []string{"close"}, tr.events)
}

// stuck is a reader that nothing can interrupt.
type stuck struct {
	reading chan struct{}
	release chan struct{}
}

func (s *stuck) Read(p []byte) (int, error) {
	s.reading <- struct{}{}
	<-s.release
	return copy(p, "late"), nil
}

func TestFromReaderDestroyWhileStuck(t *testing.T) {
	r := &stuck{make(chan struct{}, 1), make(chan struct{})}
	var tr *tracked
	runLoop(t, func(l *loop.Loop) {
		s := FromReader(r, ReaderOptions{Loop: l})
		tr = trackReadable(s)
		l.SetImmediate(func() {
			<-r.reading
			s.Destroy()
		})
	})
	// The loop came to its end although the goroutine is still in Read.
	assert.Equal(t, []string{"close"}, tr.events)
	close(r.release)
	assert.Empty(t, tr.text.String())
}

func TestFromReaderReadKeepsTheLoopAlive(t *testing.T) {
	r := &stuck{make(chan struct{}, 1), make(chan struct{})}
	read := 0
	runLoop(t, func(l *loop.Loop) {
		s := FromReader(r, ReaderOptions{Loop: l})
		s.On("data", func(b []byte) { read += len(b); s.Destroy() })
		go func() {
			<-r.reading
			close(r.release)
		}()
	})
	assert.Equal(t, 4, read, "nothing but the Read kept the loop alive")
}

// counting counts its reads, each of which fills the buffer.
type counting struct{ reads atomic.Int32 }

func (c *counting) Read(p []byte) (int, error) {
	c.reads.Add(1)
	return len(p), nil
}

func TestFromReaderReadsOneChunkAhead(t *testing.T) {
	c := &counting{}
	runLoop(t, func(l *loop.Loop) {
		s := FromReader(c, ReaderOptions{Loop: l, HighWaterMark: 1000})
		l.SetImmediate(func() {
			assert.Zero(t, c.reads.Load(), "nobody asked")
			chunks := 0
			s.On("data", func([]byte) {
				if chunks++; chunks == 3 {
					s.Pause()
				}
			})
		})
	})
	// The loop ended by itself: a paused stream that is full reads no more.
	assert.EqualValues(t, 4, c.reads.Load())
}

func TestFromReaderContext(t *testing.T) {
	r, _ := io.Pipe()
	ctx, cancel := context.WithCancelCause(context.Background())
	var tr *tracked
	runLoop(t, func(l *loop.Loop) {
		tr = trackReadable(FromReader(r, ReaderOptions{Loop: l, Context: ctx}))
		l.SetImmediate(func() { cancel(errors.New("enough")) })
	})
	assert.Equal(t, []string{"error", "close"}, tr.events)
	assert.ErrorIs(t, tr.err, ErrAborted)
	var e *Error
	require.ErrorAs(t, tr.err, &e)
	assert.EqualError(t, e.Cause, "enough")
}

// The listener owns a chunk for good, small or large.
func TestFromReaderChunksAreTheListeners(t *testing.T) {
	parts := []string{"small", strings.Repeat("L", 40000), "tiny", strings.Repeat("M", 65536), "x"}
	var readers []io.Reader
	for _, p := range parts {
		readers = append(readers, strings.NewReader(p))
	}
	var got [][]byte
	runLoop(t, func(l *loop.Loop) {
		FromReader(io.MultiReader(readers...), ReaderOptions{Loop: l}).On("data", func(b []byte) {
			got = append(got, b)
			_ = append(b, "scribble"...) // must not reach the next chunk
		})
	})
	require.Len(t, got, len(parts))
	for i, p := range parts {
		assert.True(t, bytes.Equal([]byte(p), got[i]), "chunk %d", i)
		assert.LessOrEqual(t, cap(got[i]), max(4*len(p), 64), "a chunk does not hold memory it does not need")
	}
}

func BenchmarkFromReader(b *testing.B) {
	data := make([]byte, 64*1024)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	l := loop.New()
	left := b.N
	r := FromReader(readerFunc(func(p []byte) (int, error) {
		if left--; left < 0 {
			return 0, io.EOF
		}
		return copy(p, data), nil
	}), ReaderOptions{Loop: l})
	r.On("data", func([]byte) {})
	l.Run()
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
