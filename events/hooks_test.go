package events

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOnAddFollowsWhatOverridingOnWouldSee(t *testing.T) {
	var got []string
	var e EventEmitter
	e.Init(&Options{OnAdd: func(this any, event string) {
		got = append(got, event)
		assert.Same(t, &e, this)
		assert.Equal(t, 1, e.ListenerCount(event))
	}}, &e)
	fn := func() {}
	e.On("on", fn).AddListener("add", fn).Once("once", fn).PrependListener("p", fn).PrependOnceListener("po", fn)
	assert.Equal(t, []string{"on", "add", "once"}, got)
}

func TestOnRemoveFollowsEveryRemoval(t *testing.T) {
	var got []string
	var e EventEmitter
	e.Init(&Options{OnRemove: func(_ any, event string) { got = append(got, event) }}, nil)
	fn := func() {}
	e.On("off", fn).Off("off", fn).On("remove", fn).RemoveListener("remove", fn)
	e.Once("once", fn).Emit("once")
	e.Off("was never there", fn)
	assert.Equal(t, []string{"off", "remove", "once", "was never there"}, got)

	got = nil
	e.On("a", fn).On("a", fn).On("b", fn).On("c", fn)
	e.RemoveAllListeners("a", "nothing")
	assert.Equal(t, []string{"a"}, got)
	e.RemoveAllListeners()
	assert.Equal(t, []string{"a", "b", "c"}, got)

	got = nil
	e.On("a", fn).On("a", fn).On("removeListener", fn)
	e.RemoveAllListeners()
	assert.Equal(t, []string{"a", "a", "removeListener"}, got, "one by one when someone is told")
}

func TestOnRemoveAllStandsForTheRemovalsThatNobodyIsToldOf(t *testing.T) {
	var one []string
	var all [][]string
	var e EventEmitter
	e.Init(&Options{
		OnRemove:    func(_ any, event string) { one = append(one, event) },
		OnRemoveAll: func(_ any, events []string) { all = append(all, events) },
	}, nil)
	fn := func() {}
	e.On("a", fn).On("b", fn).RemoveAllListeners("a", "nothing").RemoveAllListeners()
	assert.Empty(t, one)
	assert.Equal(t, [][]string{{"a", "nothing"}, nil}, all)

	all = nil
	e.On("a", fn).On("removeListener", fn).RemoveAllListeners("a")
	assert.Equal(t, []string{"a"}, one)
	assert.Equal(t, [][]string{{"a"}}, all)
}

func TestOnRemoveOfOnceComesBeforeTheCall(t *testing.T) {
	var got []string
	var e EventEmitter
	e.Init(&Options{OnRemove: func(any, string) { got = append(got, "removed") }}, nil)
	e.Once("x", func() { got = append(got, "called") })
	e.Emit("x")
	assert.Equal(t, []string{"removed", "called"}, got)
}

func TestUncapturedErrorPanicsAfterTheLastListener(t *testing.T) {
	boom := errors.New("boom")
	n := 0
	for _, first := range []any{
		func() error { return boom },
		func(...any) error { return boom },
		func(string) (int, error) { return 0, boom },
	} {
		n = 0
		e := New().On("x", first).On("x", func() { n++ })
		assert.Equal(t, boom, panicOf(func() { e.Emit("x", "a") }))
		assert.Equal(t, boom, panicOf(func() { Emit1(e, "x", "a") }))
		assert.Equal(t, 2, n)
	}
}

func TestCapturedErrorsWithoutALoop(t *testing.T) {
	var got []any
	e := New(Options{CaptureRejections: true})
	e.On("error", func(err error) { got = append(got, err.Error()) })
	e.On("x", func() error { return errors.New("one") })
	e.Once("x", func() error { return errors.New("two") })
	e.On("x", func() { got = append(got, "last listener") })
	assert.True(t, e.Emit("x"))
	assert.Equal(t, []any{"last listener", "one", "two"}, got)
	got = nil
	Emit1(e, "x", 1)
	assert.Equal(t, []any{"last listener", "one"}, got)
}

func TestCalledWrapperMayReject(t *testing.T) {
	boom := errors.New("boom")
	e := New().Once("x", func() error { return boom })
	w := e.RawListeners("x")[0].(*OnceWrapper)
	assert.Equal(t, boom, panicOf(func() { w.Call() }))
	assert.Zero(t, e.ListenerCount("x"))
}

func TestRejectionsWaitForTheLoop(t *testing.T) {
	var got []string
	loop := &ticks{}
	e := New(Options{CaptureRejections: true, Loop: loop})
	e.On("error", func(err error) { got = append(got, err.Error()) })
	e.On("x", func(args ...any) error { return errors.New("boom") })
	e.Emit("x", 1)
	loop.NextTick(func() { got = append(got, "tick") })
	assert.Empty(t, got)
	loop.run()
	assert.Equal(t, []string{"tick", "boom"}, got)
}

func TestARejectionIsKeptWhenALaterListenerPanics(t *testing.T) {
	var got []string
	loop := &ticks{}
	e := New(Options{CaptureRejections: true, Loop: loop})
	e.On("error", func(err error) { got = append(got, err.Error()) })
	e.On("x", func() error { return errors.New("rejected") })
	e.On("x", func() error { return errors.New("rejected too") })
	e.On("x", func() { panic("thrown") })
	assert.Equal(t, "thrown", panicOf(func() { e.Emit("x") }))
	loop.run()
	assert.Equal(t, []string{"rejected", "rejected too"}, got)
}
