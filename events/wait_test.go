package events

import (
	"context"
	"errors"
	"io"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type outcome struct {
	args []any
	err  error
}

// onceInBackground waits with Once until fn has happened.
func onceInBackground(ctx context.Context, e Emitter, event string, fn func()) outcome {
	got := make(chan outcome, 1)
	go func() {
		args, err := Once(ctx, e, event)
		got <- outcome{args, err}
	}()
	synctest.Wait()
	fn()
	return <-got
}

func TestOnceWaitsForTheEvent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		got := onceInBackground(t.Context(), e, "x", func() { e.Emit("x", 1, "a") })
		assert.Equal(t, outcome{args: []any{1, "a"}}, got)
		assert.Empty(t, e.EventNames())
	})
}

func TestOnceEndsWithAnError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		got := onceInBackground(t.Context(), e, "x", func() { e.Emit("error", io.EOF) })
		assert.Equal(t, outcome{err: io.EOF}, got)
		got = onceInBackground(t.Context(), e, "x", func() { e.Emit("error", 42) })
		assert.Equal(t, "ERR_UNHANDLED_ERROR", Code(got.err))
		got = onceInBackground(t.Context(), e, "error", func() { e.Emit("error", io.EOF) })
		assert.Equal(t, outcome{args: []any{io.EOF}}, got)
		assert.Empty(t, e.EventNames())
	})
}

func TestOnceEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		ctx, cancel := context.WithCancelCause(t.Context())
		got := onceInBackground(ctx, e, "x", func() { cancel(io.ErrClosedPipe) })
		assert.Equal(t, "ABORT_ERR", Code(got.err))
		assert.ErrorIs(t, got.err, io.ErrClosedPipe)
		_, err := Once(ctx, e, "x")
		assert.Equal(t, "ABORT_ERR", Code(err))
		assert.Empty(t, e.EventNames())
	})
}

func TestOnceAddsAndRemovesOnTheLoop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		loop := &ticks{}
		e := New(Options{Loop: loop})
		ctx, cancel := context.WithCancel(t.Context())
		got := onceInBackground(ctx, e, "x", func() {
			assert.Empty(t, e.EventNames())
			loop.run()
			assert.Equal(t, []string{"x", "error"}, e.EventNames())
			cancel()
		})
		assert.Equal(t, "ABORT_ERR", Code(got.err))
		assert.Equal(t, []string{"x", "error"}, e.EventNames())
		loop.run()
		assert.Empty(t, e.EventNames())
	})
}

// read ranges over all of On until it ends, or until it has had enough.
func read(all func(func([]any, error) bool), enough int) (items []any, last error) {
	for args, err := range all {
		if err != nil {
			last = err
			continue
		}
		items = append(items, args...)
		if len(items) == enough {
			break
		}
	}
	return items, last
}

func TestOnKeepsWhatComesBeforeItIsRead(t *testing.T) {
	e := New()
	all := On(t.Context(), e, "x")
	e.Emit("x", 1)
	e.Emit("x", 2)
	e.Emit("x", 3)
	items, err := read(all, 2)
	assert.Equal(t, []any{1, 2}, items)
	assert.NoError(t, err)
	assert.Empty(t, e.EventNames(), "leaving the range removes the listeners")
}

func TestOnEndsAfterAnErrorEvent(t *testing.T) {
	e := New()
	all := On(t.Context(), e, "x")
	e.Emit("x", 1)
	e.Emit("error", io.EOF)
	assert.False(t, e.Emit("x", 2))
	items, err := read(all, -1)
	assert.Equal(t, []any{1}, items)
	assert.Equal(t, io.EOF, err)
	items, err = read(all, -1)
	assert.Empty(t, items)
	assert.NoError(t, err, "the error comes once")
}

func TestOnOfErrorYieldsErrorsAsEvents(t *testing.T) {
	e := New()
	all := On(t.Context(), e, "error", OnOptions{Close: []string{"close"}})
	e.Emit("error", io.EOF)
	e.Emit("close")
	items, err := read(all, -1)
	assert.Equal(t, []any{io.EOF}, items)
	assert.NoError(t, err)
	assert.Empty(t, e.EventNames())
}

func TestOnEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		ctx, cancel := context.WithCancel(t.Context())
		all := On(ctx, e, "x")
		e.Emit("x", 1)
		cancel()
		synctest.Wait()
		assert.Empty(t, e.EventNames(), "the listeners go although nobody reads")
		items, err := read(all, -1)
		assert.Equal(t, []any{1}, items)
		assert.Equal(t, "ABORT_ERR", Code(err))
		items, err = read(On(ctx, e, "x"), -1)
		assert.Empty(t, items)
		assert.Equal(t, "ABORT_ERR", Code(err))
		assert.Empty(t, e.EventNames())
	})
}

func TestOnWaitsForTheNextEvent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		all := On(t.Context(), e, "x", OnOptions{Close: []string{"end", "close"}})
		got := make(chan []any)
		go func() {
			items, err := read(all, -1)
			assert.NoError(t, err)
			got <- items
		}()
		for i := range 3 {
			synctest.Wait()
			e.Emit("x", i)
		}
		e.Emit("end")
		assert.Equal(t, []any{0, 1, 2}, <-got)
	})
}

func TestOnPausesAtTheHighWaterMark(t *testing.T) {
	var got []string
	loop := &ticks{}
	e := New(Options{Loop: loop})
	all := On(t.Context(), e, "x", OnOptions{
		HighWaterMark: 2,
		LowWaterMark:  2,
		Pause:         func() { got = append(got, "pause") },
		Resume:        func() { got = append(got, "resume") },
	})
	for i := range 4 {
		assert.Len(t, got, max(0, i-2))
		e.Emit("x", i)
		if i == 3 {
			require.Equal(t, []string{"pause"}, got, "once")
		}
	}
	next := 0
	for args := range all {
		assert.Equal(t, next, args[0])
		loop.run()
		assert.Equal(t, next >= 2, len(got) == 2)
		if next++; next == 4 {
			break
		}
	}
	assert.Equal(t, []string{"pause", "resume"}, got)
	loop.run()
	assert.Empty(t, e.EventNames())
}

func TestChanEndsWithItsContextAndWithAnError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		ctx, cancel := context.WithCancel(t.Context())
		ch := Chan(ctx, e, "x", 0)
		e.Emit("x", 1)
		assert.Equal(t, []any{1}, <-ch)
		e.Emit("x", 2)
		synctest.Wait() // its goroutine now waits for a reader
		cancel()
		synctest.Wait()
		_, open := <-ch
		assert.False(t, open)
		assert.Empty(t, e.EventNames())

		ch = Chan(t.Context(), e, "x", 1)
		e.Emit("error", errors.New("boom"))
		_, open = <-ch
		assert.False(t, open)
	})
}

func TestAddAbortListener(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := 0
		ctx, cancel := context.WithCancel(t.Context())
		AddAbortListener(ctx, func() { n++ })
		stop := AddAbortListener(ctx, func() { n += 10 })
		assert.True(t, stop())
		cancel()
		synctest.Wait()
		assert.Equal(t, 1, n)
		AddAbortListener(ctx, func() { n++ })
		synctest.Wait()
		assert.Equal(t, 2, n)
		assert.Equal(t, "ERR_INVALID_ARG_TYPE", caught(t, func() { AddAbortListener(ctx, nil) }).Code)
	})
}
