package stream

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func trackWritable(w *Writable) *tracked {
	tr := &tracked{}
	for _, event := range []string{"drain", "finish", "close"} {
		w.On(event, func() { tr.events = append(tr.events, event) })
	}
	w.On("error", func(err error) { tr.events = append(tr.events, "error"); tr.err = err })
	return tr
}

// sink keeps every Write apart.
type sink struct{ writes []string }

func (s *sink) Write(p []byte) (int, error) {
	s.writes = append(s.writes, string(p))
	return len(p), nil
}

func TestFromWriter(t *testing.T) {
	for _, sync := range []bool{false, true} {
		t.Run(fmt.Sprint("sync ", sync), func(t *testing.T) {
			var s sink
			c := &closing{Writer: &s}
			var tr *tracked
			var order []string
			note := func(what string) func(error) {
				return func(err error) { order = append(order, fmt.Sprint(what, " ", err)) }
			}
			runLoop(t, func(l *loop.Loop) {
				w := FromWriter(c, WriterOptions{Loop: l, Sync: sync})
				tr = trackWritable(w)
				w.Write("one ", note("one"))
				w.Write([]byte("two "), note("two"))
				w.WriteEncoded("7468726565", "hex", note("three"))
				w.End(note("end"))
			})
			assert.Equal(t, "one two three", strings.Join(s.writes, ""))
			assert.Equal(t, []string{"one <nil>", "two <nil>", "three <nil>", "end <nil>"}, order)
			assert.Equal(t, []string{"finish", "close"}, tr.events)
			assert.EqualValues(t, 1, c.closed.Load())
		})
	}
}

func TestFromWriterJoinsSmallChunks(t *testing.T) {
	var s sink
	runLoop(t, func(l *loop.Loop) {
		w := FromWriter(&s, WriterOptions{Loop: l})
		w.Cork()
		for range 1000 {
			w.Write("0123456789")
		}
		w.Write(strings.Repeat("x", 100_000))
		w.Write("")
		w.Write("tail")
		w.End()
	})
	require.Len(t, s.writes, 3)
	assert.Equal(t, strings.Repeat("0123456789", 1000), s.writes[0])
	assert.Len(t, s.writes[1], 100_000, "large chunks are not copied together")
	assert.Equal(t, "tail", s.writes[2])
}

func TestFromWriterBackpressure(t *testing.T) {
	r, w := osPipe(t)
	total := 0
	var tr *tracked
	runLoop(t, func(l *loop.Loop) {
		out := FromWriter(w, WriterOptions{Loop: l, HighWaterMark: 1000})
		tr = trackWritable(out)
		chunk := make([]byte, 400)
		n := 0
		var more func()
		more = func() {
			for n < 2000 {
				n++
				if !out.Write(chunk) {
					require.GreaterOrEqual(t, out.WritableLength(), 1000)
					out.Once("drain", more)
					return
				}
			}
			out.End()
		}
		more()
		l.Work(func() {
			b, err := io.ReadAll(r)
			if err != nil {
				panic(err)
			}
			total = len(b)
		}, nil)
	})
	assert.Equal(t, 2000*400, total)
	assert.Contains(t, tr.events, "drain")
}

func TestFromWriterErrors(t *testing.T) {
	broken := errors.New("broken")
	t.Run("write", func(t *testing.T) {
		c := &closing{Writer: writerFunc(func(p []byte) (int, error) { return 0, broken })}
		var tr *tracked
		var told error
		runLoop(t, func(l *loop.Loop) {
			w := FromWriter(c, WriterOptions{Loop: l})
			tr = trackWritable(w)
			w.Write("x", func(err error) { told = err })
		})
		assert.Equal(t, broken, told)
		assert.Equal(t, broken, tr.err)
		assert.Equal(t, []string{"error", "close"}, tr.events)
		assert.EqualValues(t, 1, c.closed.Load())
	})
	t.Run("short write", func(t *testing.T) {
		var tr *tracked
		runLoop(t, func(l *loop.Loop) {
			w := FromWriter(writerFunc(func(p []byte) (int, error) { return len(p) - 1, nil }), WriterOptions{Loop: l})
			tr = trackWritable(w)
			w.Write("x")
		})
		assert.Equal(t, io.ErrShortWrite, tr.err)
	})
	t.Run("close", func(t *testing.T) {
		c := &closing{Writer: io.Discard, err: broken}
		var tr *tracked
		var told error
		runLoop(t, func(l *loop.Loop) {
			w := FromWriter(c, WriterOptions{Loop: l})
			tr = trackWritable(w)
			w.End("x", func(err error) { told = err })
		})
		assert.Equal(t, broken, told, "a file that cannot be closed is not finished")
		assert.Equal(t, []string{"error", "close"}, tr.events)
		assert.EqualValues(t, 1, c.closed.Load())
	})
	t.Run("panic", func(t *testing.T) {
		var caught any
		var tr *tracked
		runLoop(t, func(l *loop.Loop) {
			l.OnUncaught(func(v any) { caught = v })
			w := FromWriter(panicky{}, WriterOptions{Loop: l})
			tr = trackWritable(w)
			w.Write("x")
		})
		p, ok := caught.(*loop.WorkPanic)
		require.True(t, ok)
		assert.Equal(t, "no write", p.Value)
		assert.Equal(t, []string{"error", "close"}, tr.events)
	})
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestFromWriterFlushes(t *testing.T) {
	broken := errors.New("broken")
	for _, sync := range []bool{false, true} {
		var out bytes.Buffer
		runLoop(t, func(l *loop.Loop) {
			w := FromWriter(bufio.NewWriter(&out), WriterOptions{Loop: l, Sync: sync})
			w.Write("held back by bufio")
			w.On("finish", func() { assert.Equal(t, "held back by bufio", out.String()) })
			w.End()
		})
		assert.NotZero(t, out.Len())

		var tr *tracked
		runLoop(t, func(l *loop.Loop) {
			w := FromWriter(bufio.NewWriter(writerFunc(func([]byte) (int, error) { return 0, broken })),
				WriterOptions{Loop: l, Sync: sync})
			tr = trackWritable(w)
			w.End("x")
		})
		assert.Equal(t, broken, tr.err)
		assert.Equal(t, []string{"error", "close"}, tr.events)
	}
}

func TestFromWriterLeavesOpen(t *testing.T) {
	for _, finish := range []func(w *Writable){
		func(w *Writable) { w.End("x") },
		func(w *Writable) { w.Destroy() },
	} {
		c := &closing{Writer: io.Discard}
		runLoop(t, func(l *loop.Loop) { finish(FromWriter(c, WriterOptions{Loop: l, NoClose: true})) })
		assert.Zero(t, c.closed.Load())
	}
}

// A Write that waits is interrupted by Close.
func TestFromWriterDestroyWhileWriting(t *testing.T) {
	skipWithoutInterrupt(t)
	_, w := osPipe(t)
	var tr *tracked
	var told []error
	runLoop(t, func(l *loop.Loop) {
		out := FromWriter(w, WriterOptions{Loop: l})
		tr = trackWritable(out)
		out.Write(make([]byte, 1<<20), func(err error) { told = append(told, err) }) // more than a pipe holds
		out.Write("never", func(err error) { told = append(told, err) })
		l.SetImmediate(func() { out.Destroy() })
	})
	assert.Equal(t, []string{"close"}, tr.events)
	require.Len(t, told, 2)
	assert.Error(t, told[0])
	assert.Error(t, told[1])
}

func BenchmarkFromWriter(b *testing.B) {
	for _, sync := range []bool{false, true} {
		b.Run(fmt.Sprint("sync ", sync), func(b *testing.B) {
			l := loop.New()
			w := FromWriter(io.Discard, WriterOptions{Loop: l, Sync: sync})
			chunk := make([]byte, 16*1024)
			b.SetBytes(int64(len(chunk)))
			b.ReportAllocs()
			for b.Loop() {
				w.WriteBytes(chunk)
				l.Run()
			}
		})
	}
}
