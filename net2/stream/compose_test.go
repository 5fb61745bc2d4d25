package stream

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
)

func TestComposeOfOne(t *testing.T) {
	runLoop(t, func(l *loop.Loop) {
		d, _ := DuplexPair(DuplexOptions{Loop: l})
		assert.Same(t, d, Compose(d))
	})

	var got strings.Builder
	var ended, closed bool
	runLoop(t, func(l *loop.Loop) {
		p := pass(l)
		d := Compose(p)
		d.On("data", func(s string) { got.WriteString(s) })
		d.On("end", func() { ended = true })
		d.On("close", func() { closed = true })
		d.Write("in and ")
		d.End("out")
	})
	assert.Equal(t, "in and out", got.String())
	assert.True(t, ended && closed)

	runLoop(t, func(l *loop.Loop) {
		d := Compose(FromReader(strings.NewReader("x"), ReaderOptions{Loop: l}))
		assert.True(t, d.Readable())
		assert.False(t, d.Writable())
		d.Resume()
	})
	var out bytes.Buffer
	runLoop(t, func(l *loop.Loop) {
		d := Compose(FromWriter(&out, WriterOptions{Loop: l}))
		assert.False(t, d.Readable())
		assert.True(t, d.Writable())
		d.End("written")
	})
	assert.Equal(t, "written", out.String())
}

func TestComposeObjects(t *testing.T) {
	var got []any
	runLoop(t, func(l *loop.Loop) {
		double := NewTransform(TransformOptions{Loop: l, ObjectMode: true,
			Transform: func(_ *Transform, v any, _ string, cb func(error, any)) { cb(nil, 2*v.(int)) }})
		d := Compose(NewPassThrough(TransformOptions{Loop: l, ObjectMode: true}), double)
		assert.True(t, d.ReadableObjectMode())
		assert.True(t, d.WritableObjectMode())
		d.On("data", func(v any) { got = append(got, v) })
		for i := range 50 {
			d.Write(i)
		}
		d.End()
	})
	assert.Len(t, got, 50)
	assert.Equal(t, 98, got[49])
}

func TestDuplexPairBothWays(t *testing.T) {
	text := strings.Repeat("tweedledum and tweedledee ", 5000)
	var there, back strings.Builder
	runLoop(t, func(l *loop.Loop) {
		a, b := DuplexPair(DuplexOptions{Loop: l, HighWaterMark: 512})
		a.On("data", func(s string) { back.WriteString(s) })
		b.On("data", func(s string) { there.WriteString(s) })
		for _, s := range []*Duplex{a, b} {
			src := FromReader(strings.NewReader(text), ReaderOptions{Loop: l, HighWaterMark: 700})
			src.Pipe(s)
		}
	})
	assert.Equal(t, text, there.String())
	assert.Equal(t, text, back.String())
}

func TestDuplexPairObjects(t *testing.T) {
	var got []any
	runLoop(t, func(l *loop.Loop) {
		a, b := DuplexPair(DuplexOptions{Loop: l, ObjectMode: true})
		b.On("data", func(v any) { got = append(got, v) })
		a.Write("text")
		a.Write(7)
		a.Write([]byte("bytes"))
		a.End()
		b.End()
		a.Resume()
	})
	assert.Equal(t, []any{"text", 7, []byte("bytes")}, got)
}

func BenchmarkDuplexPair(b *testing.B) {
	l := loop.New()
	x, y := DuplexPair(DuplexOptions{Loop: l})
	y.On("data", func([]byte) {})
	l.Run()
	chunk := make([]byte, 16*1024)
	b.SetBytes(int64(len(chunk)))
	b.ReportAllocs()
	for b.Loop() {
		x.WriteBytes(chunk)
		l.Run()
	}
}
