package stream

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// counted is a Transform that another struct embeds.
type counted struct {
	Transform
	chunks int
}

func newCounted(l *loop.Loop) *counted {
	c := &counted{}
	c.Init(TransformOptions{Loop: l, Owner: c, Class: "Counted", TransformBytes: countChunk})
	return c
}

func countChunk(t *Transform, b []byte, cb func(error, []byte)) {
	t.Owner().(*counted).chunks++
	cb(nil, b)
}

func TestTransformEmbedded(t *testing.T) {
	var c *counted
	var piped Stream
	runLoop(t, func(l *loop.Loop) {
		c = newCounted(l)
		dst := NewPassThrough(TransformOptions{Loop: l})
		dst.On("pipe", func(src ReadableStream) { piped = src })
		c.Pipe(dst)
		dst.Resume()
		c.Write("a")
		c.Write("b")
		c.End()
	})
	assert.Equal(t, 2, c.chunks)
	assert.Same(t, c, piped, "listeners see the stream that embeds")
	assert.True(t, c.Destroyed())
}

func TestTransformChainsInItsOwnType(t *testing.T) {
	runLoop(t, func(l *loop.Loop) {
		var tr *Transform = NewTransform(TransformOptions{Loop: l, TransformBytes: countBytes(new(int))}).
			On("data", func([]byte) {}).Pause().Resume().SetEncoding("hex").SetDefaultEncoding("latin1").Unpipe().End("x")
		require.True(t, tr.WritableEnded())
		var p *PassThrough = NewPassThrough(TransformOptions{Loop: l}).
			Once("data", func([]byte) {}).Pause().Resume().SetEncoding("hex").SetDefaultEncoding("latin1").Unpipe().End("x").Destroy()
		require.True(t, p.Destroyed())
		var d *Duplex = &p.Duplex // a PassThrough is a Transform is a Duplex
		require.True(t, d.Destroyed())
	})
}

func countBytes(n *int) func(*Transform, []byte, func(error, []byte)) {
	return func(_ *Transform, b []byte, cb func(error, []byte)) {
		*n += len(b)
		cb(nil, nil)
	}
}

func TestTransformBytesTakesStrings(t *testing.T) {
	n := 0
	runLoop(t, func(l *loop.Loop) {
		tr := NewTransform(TransformOptions{Loop: l, NoDecodeStrings: true, TransformBytes: countBytes(&n)})
		tr.WriteEncoded("00ff", "hex")
		tr.Write("é")
		tr.End()
		tr.Resume()
	})
	assert.Equal(t, 4, n, "decoded for a hook that takes bytes only")
}

func TestTransformBytesRefusesObjects(t *testing.T) {
	var failed error
	runLoop(t, func(l *loop.Loop) {
		tr := NewTransform(TransformOptions{Loop: l, ObjectMode: true, TransformBytes: countBytes(new(int))})
		tr.On("error", func(err error) { failed = err })
		tr.Write(42)
	})
	assert.ErrorIs(t, failed, ErrInvalidArgType)
}

// An object that Transform makes may be bytes; the hook for values is the one that is asked when it is alone.
func TestTransformObjectsThatAreBytes(t *testing.T) {
	var got []any
	runLoop(t, func(l *loop.Loop) {
		p := NewPassThrough(TransformOptions{Loop: l, ObjectMode: true})
		p.On("data", func(v any) { got = append(got, v) })
		p.Write([]byte("bytes"))
		p.Write("text")
		p.Write(7)
		p.End()
	})
	assert.Equal(t, []any{[]byte("bytes"), "text", 7}, got)
}

func TestTransformAnswersLater(t *testing.T) {
	var out bytes.Buffer
	runLoop(t, func(l *loop.Loop) {
		tr := NewTransform(TransformOptions{Loop: l, TransformBytes: func(_ *Transform, b []byte, cb func(error, []byte)) {
			l.Work(func() {}, func() { cb(nil, bytes.ToUpper(b)) })
		}})
		tr.On("data", func(b []byte) { out.Write(b) })
		for i := range 50 {
			tr.Write(fmt.Sprintf("part %d;", i))
		}
		tr.End()
	})
	var want bytes.Buffer
	for i := range 50 {
		fmt.Fprintf(&want, "PART %d;", i)
	}
	assert.Equal(t, want.String(), out.String())
}

func TestPassThroughAllocations(t *testing.T) {
	if os.Getenv("NODENET_DEBUG") != "" {
		t.Skip("the checks of NODENET_DEBUG allocate")
	}
	l := loop.New()
	n := 0
	p := NewPassThrough(TransformOptions{Loop: l})
	p.On("data", func(b []byte) { n += len(b) })
	l.Run()
	chunk := make([]byte, 1024)
	allocs := testing.AllocsPerRun(200, func() {
		p.WriteBytes(chunk)
		l.Run()
	})
	assert.Zero(t, allocs, "a chunk through a flowing PassThrough")
	assert.Equal(t, 201*1024, n)
}

func BenchmarkPassThrough(b *testing.B) {
	l := loop.New()
	p := NewPassThrough(TransformOptions{Loop: l})
	p.On("data", func([]byte) {})
	l.Run()
	chunk := make([]byte, 16*1024)
	b.SetBytes(int64(len(chunk)))
	b.ReportAllocs()
	for b.Loop() {
		p.WriteBytes(chunk)
		l.Run()
	}
}

// Through three stages, a chunk each turn.
func BenchmarkPipelineOfThree(b *testing.B) {
	l := loop.New()
	first, last := NewPassThrough(TransformOptions{Loop: l}), NewPassThrough(TransformOptions{Loop: l})
	Pipeline([]Stream{first, NewPassThrough(TransformOptions{Loop: l}), last}, func(error) {})
	last.On("data", func([]byte) {})
	l.Run()
	chunk := make([]byte, 16*1024)
	b.SetBytes(int64(len(chunk)))
	b.ReportAllocs()
	for b.Loop() {
		first.WriteBytes(chunk)
		l.Run()
	}
}
