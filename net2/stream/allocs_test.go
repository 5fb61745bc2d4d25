package stream

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// allocs returns how many allocations a call of fn makes. The checks of debug mode make some of their own.
func allocs(t *testing.T, fn func()) float64 {
	if os.Getenv("NODENET_DEBUG") == "1" {
		t.Skip("NODENET_DEBUG=1")
	}
	return testing.AllocsPerRun(100, fn)
}

// swallow makes a writable that takes everything at once.
func swallow(l *loop.Loop, o WritableOptions) *Writable {
	o.Loop = l
	o.WriteBytes = func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }
	return NewWritable(o)
}

func flowing(l *loop.Loop, listener any) *Readable {
	r := NewReadable(ReadableOptions{Loop: l, Read: func(*Readable, int) {}})
	if listener != nil {
		r.On("data", listener)
	}
	l.Run()
	return r
}

func TestPushBytesToAFlowingStreamAllocatesNothing(t *testing.T) {
	l := loop.New()
	got := 0
	r := flowing(l, func(b []byte) { got += len(b) })
	b := make([]byte, 100)
	n := allocs(t, func() {
		r.PushBytes(b)
		l.Run()
	})
	assert.Zero(t, n)
	assert.Equal(t, 101*100, got)
}

func TestPushBytesWithEncodingAllocatesTheString(t *testing.T) {
	l := loop.New()
	r := flowing(l, func(string) {})
	r.SetEncoding("utf8")
	b := []byte("some text, long enough")
	n := allocs(t, func() {
		r.PushBytes(b)
		l.Run()
	})
	assert.LessOrEqual(t, n, 2.0, "the string, and its interface")
}

func TestWriteBytesAllocatesNothing(t *testing.T) {
	calls := 0
	done := func(error) { calls++ }
	for name, write := range map[string]func(w *Writable, b []byte){
		"plain":            func(w *Writable, b []byte) { w.WriteBytes(b) },
		"with a callback":  func(w *Writable, b []byte) { w.WriteBytes(b, done) },
		"with two":         func(w *Writable, b []byte) { w.WriteBytes(b, done); w.WriteBytes(b, done) },
		"corked":           func(w *Writable, b []byte) { w.Cork(); w.WriteBytes(b); w.WriteBytes(b); w.Uncork() },
		"string":           func(w *Writable, _ []byte) { w.WriteEncoded("text", "") },
		"beyond the mark":  func(w *Writable, _ []byte) { w.WriteBytes(make([]byte, 0, 8)[:5]) },
		"of nothing":       func(w *Writable, _ []byte) { w.WriteBytes(nil) },
		"boxed, a literal": func(w *Writable, _ []byte) { w.Write("text") },
	} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			w := swallow(l, WritableOptions{HighWaterMark: 4, ReadOnlyChunks: true})
			drains := 0
			w.On("drain", func() { drains++ })
			b := make([]byte, 4)
			n := allocs(t, func() {
				write(w, b)
				l.Run()
			})
			if name == "beyond the mark" {
				n-- // its own chunk
			}
			assert.Zero(t, n)
			assert.Zero(t, w.WritableLength())
		})
	}
	assert.True(t, calls > 0 || os.Getenv("NODENET_DEBUG") == "1")
}

func TestWriteOfBytesAllocatesOnlyTheInterface(t *testing.T) {
	l := loop.New()
	w := swallow(l, WritableOptions{})
	b := make([]byte, 100)
	assert.LessOrEqual(t, allocs(t, func() { w.Write(b) }), 1.0)
}

func TestWritesThatWaitAllocateNothing(t *testing.T) {
	l := loop.New()
	var done func(error)
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { done = cb }})
	b := make([]byte, 100)
	n := allocs(t, func() {
		for range 3 {
			w.WriteBytes(b)
		}
		for range 3 {
			done(nil)
		}
	})
	assert.Zero(t, n)
	require.Zero(t, w.WritableLength())
}

func TestPipeAllocatesNothing(t *testing.T) {
	l := loop.New()
	r := flowing(l, nil)
	w := swallow(l, WritableOptions{})
	r.Pipe(w)
	l.Run()
	b := make([]byte, 100)
	n := allocs(t, func() {
		r.PushBytes(b)
		l.Run()
	})
	assert.Zero(t, n)
}

func TestAnIdleStreamIsSmall(t *testing.T) {
	l := loop.New()
	n := allocs(t, func() { NewDuplex(DuplexOptions{Loop: l}) })
	assert.LessOrEqual(t, n, 5.0, "the stream, its emitter's options, three listener hooks")
}
