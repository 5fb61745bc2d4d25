package stream

import (
	"bytes"
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// listening is a context that tells how many funcs wait for its end.
type listening struct {
	context.Context
	waiting atomic.Int32
}

func newListening() (*listening, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	return &listening{Context: ctx}, cancel
}

// Value hides the context inside, so that package context asks AfterFunc.
func (c *listening) Value(any) any { return nil }

func (c *listening) AfterFunc(fn func()) (stop func() bool) {
	c.waiting.Add(1)
	stopInner := context.AfterFunc(c.Context, fn)
	return func() bool {
		c.waiting.Add(-1)
		return stopInner()
	}
}

func pass(l *loop.Loop) *PassThrough { return NewPassThrough(TransformOptions{Loop: l}) }

func TestPipelineArguments(t *testing.T) {
	l := loop.New()
	r := NewReadable(ReadableOptions{Loop: l, Read: func(*Readable, int) {}})
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }})
	mute := NewDuplex(DuplexOptions{Loop: l, NoReadable: true})
	deaf := NewDuplex(DuplexOptions{Loop: l, NoWritable: true})
	done := func(error) {}
	for name, fn := range map[string]func(){
		"no callback":              func() { Pipeline([]Stream{r, w}, nil) },
		"source not readable":      func() { Pipeline([]Stream{w, w}, done) },
		"source's side off":        func() { Pipeline([]Stream{mute, w}, done) },
		"middle not readable":      func() { Pipeline([]Stream{r, w, w}, done) },
		"destination not writable": func() { Pipeline([]Stream{r, r}, done) },
		"destination's side off":   func() { Pipeline([]Stream{r, deaf}, done) },
		"finished, no callback":    func() { Finished(r, nil) },
		//lint:ignore SA1012 that is the mistake
		"no signal": func() { AddAbortSignal(nil, r) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				e, ok := recover().(*Error)
				require.True(t, ok)
				assert.Equal(t, "ERR_INVALID_ARG_TYPE", e.Code)
				assert.Equal(t, "TypeError", e.Name)
			}()
			fn()
		})
	}
	assert.Zero(t, r.ListenerCount("error")+w.ListenerCount("error"), "what is refused leaves no listener")
}

// A megabyte through small buffers and a slow end arrives whole.
func TestPipelineBackpressure(t *testing.T) {
	want := make([]byte, 1<<20)
	for i := range want {
		want[i] = byte(i * i >> 3)
	}
	var got bytes.Buffer
	most := 0
	runLoop(t, func(l *loop.Loop) {
		small := TransformOptions{Loop: l, HighWaterMark: 4096}
		mid := NewPassThrough(small)
		slow := NewWritable(WritableOptions{Loop: l, HighWaterMark: 4096,
			WriteBytes: func(w *Writable, b []byte, cb func(error)) {
				got.Write(b)
				most = max(most, w.WritableLength(), mid.ReadableLength()+mid.WritableLength())
				l.SetImmediate(func() { cb(nil) })
			}})
		src := FromReader(bytes.NewReader(want), ReaderOptions{Loop: l, HighWaterMark: 4096})
		Pipeline([]Stream{src, mid, NewPassThrough(small), slow}, func(err error) { assert.NoError(t, err) })
	})
	assert.True(t, bytes.Equal(want, got.Bytes()))
	assert.LessOrEqual(t, most, 4*4096, "nobody buffers more than the marks allow")
}

func TestContextsAreLetGo(t *testing.T) {
	noError := func(err error) { assert.NoError(t, err) }
	for name, use := range map[string]func(l *loop.Loop, ctx context.Context) (end func()){
		"pipeline": func(l *loop.Loop, ctx context.Context) func() {
			a, b := pass(l), pass(l)
			Pipeline([]Stream{a, b}, noError, PipelineOptions{Context: ctx})
			b.Resume()
			return func() { a.End("x") }
		},
		"finished": func(l *loop.Loop, ctx context.Context) func() {
			a := pass(l).Resume()
			Finished(a, noError, FinishedOptions{Context: ctx})
			return func() { a.End("x") }
		},
		"finished, called off": func(l *loop.Loop, ctx context.Context) func() {
			a := pass(l)
			return Finished(a, noError, FinishedOptions{Context: ctx})
		},
		"signal": func(l *loop.Loop, ctx context.Context) func() {
			a := AddAbortSignal(ctx, pass(l)).Resume()
			return func() { a.End("x") }
		},
		"option": func(l *loop.Loop, ctx context.Context) func() {
			a := NewPassThrough(TransformOptions{Loop: l, Context: ctx}).Resume()
			return func() { a.Destroy() }
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := newListening()
			defer cancel()
			runLoop(t, func(l *loop.Loop) {
				end := use(l, ctx)
				assert.EqualValues(t, 1, ctx.waiting.Load())
				l.SetImmediate(end)
			})
			assert.Zero(t, ctx.waiting.Load())
		})
	}
}

// A context that cannot end costs nothing.
func TestAddAbortSignalBackground(t *testing.T) {
	p := AddAbortSignal(context.Background(), pass(loop.New()))
	assert.Zero(t, p.ListenerCount("close"))
}

func TestAddAbortSignalCause(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	why := errors.New("the user left")
	var failed error
	runLoop(t, func(l *loop.Loop) {
		l.BeginRequest() // the context does not keep the loop alive until it has told
		p := AddAbortSignal(ctx, pass(l))
		p.On("error", func(err error) { failed = err; l.EndRequest() })
		cancel(why)
	})
	assert.ErrorIs(t, failed, ErrAborted)
	assert.ErrorIs(t, failed, why)
}

// The callback of Finished may do anything to the stream.
func TestFinishedCallbackReenters(t *testing.T) {
	calls := 0
	runLoop(t, func(l *loop.Loop) {
		p := pass(l)
		var stop func()
		stop = Finished(p, func(error) {
			calls++
			stop()
			stop()
			p.Destroy(errors.New("again"))
			Finished(p, func(error) { calls++ })
		})
		p.On("error", func(error) {})
		p.Destroy(errors.New("once"))
	})
	assert.Equal(t, 2, calls)
}

func TestPipelineCallbackPanics(t *testing.T) {
	var caught any
	closed := false
	runLoop(t, func(l *loop.Loop) {
		l.OnUncaught(func(v any) { caught = v })
		a, b := pass(l), pass(l)
		Pipeline([]Stream{a, b}, func(error) { panic("mine") })
		b.On("close", func() { closed = true })
		a.End()
		b.Resume()
	})
	assert.Equal(t, "mine", caught)
	assert.True(t, closed)
}
