package loop_test

import (
	"errors"
	"maps"
	"runtime"
	"runtime/debug"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// callbacks are the ways in which a loop comes to run a callback.
func callbacks() map[string]func(l *loop.Loop, fn func()) {
	all := maps.Clone(phases)
	all["tick"] = func(l *loop.Loop, fn func()) { l.NextTick(fn) }
	all["microtask"] = func(l *loop.Loop, fn func()) { l.QueueMicrotask(fn) }
	return all
}

func TestPanicLeavesRunAndTheNextRunGoesOn(t *testing.T) {
	for name, add := range callbacks() {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			var r record
			boom := errors.New("boom")
			addInOrder(l, name, add,
				r.say("first"), func() { l.NextTick(r.say("tick")); panic(boom) }, r.say("last"))
			require.PanicsWithValue(t, boom, l.Run)
			require.False(t, l.Running())
			if name == "flush" { // the program may end now
				require.Equal(t, []string{"first", "last"}, r.take())
				l.Run()
				assert.Equal(t, []string{"tick"}, r.take())
				return
			}
			require.Equal(t, []string{"first"}, r.take())
			l.Run()
			assert.ElementsMatch(t, []string{"tick", "last"}, r.take())
		})
	}
}

func TestHandlerTakesPanicsAndTheLoopGoesOn(t *testing.T) {
	for name, add := range callbacks() {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			var r record
			l.OnUncaught(func(v any) { r.add(v.(string)); l.NextTick(r.say("tick of the handler")) })
			addInOrder(l, name, add, func() { panic("a") }, r.say("between"), func() { panic("b") })
			l.Run()
			words := r.take()
			ticks := func(word string) bool { return word == "tick of the handler" }
			assert.Len(t, words, 5)
			assert.Equal(t, []string{"a", "between", "b"}, slices.DeleteFunc(words, ticks))
		})
	}
}

// A panic in one phase must not pull what is queued for a later turn into it.
func TestPhaseStillEndsAfterAPanic(t *testing.T) {
	for _, name := range []string{"pending", "flush", "closing"} {
		add := phases[name]
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := loop.New()
				var r record
				l.OnUncaught(func(any) { r.add("uncaught") })
				add(l, func() {
					l.SetTimeout(ms, r.say("timer"))
					add(l, r.say("next turn"))
					time.Sleep(ms)
					panic("boom")
				})
				l.Run()
				assert.Equal(t, []string{"uncaught", "timer", "next turn"}, r.take())
			})
		})
	}
}

func TestPanicOfTheHandlerLeavesRun(t *testing.T) {
	l := loop.New()
	l.OnUncaught(func(v any) { panic("handler of " + v.(string)) })
	l.Post(func() { panic("boom") })
	require.PanicsWithValue(t, "handler of boom", l.Run)
	l.OnUncaught(nil)
	l.Post(func() { panic("again") })
	assert.PanicsWithValue(t, "again", l.Run, "nil clears the handler")
}

func TestHandlerSetByTheCallbackThatPanics(t *testing.T) {
	l := loop.New()
	var got any
	inTurn(l, func() {
		l.OnUncaught(func(v any) { got = v })
		panic("boom")
	})
	assert.Equal(t, "boom", got)
}

func TestHandlerSeesTheStackOfThePanic(t *testing.T) {
	l := loop.New()
	var stack string
	l.OnUncaught(func(any) { stack = string(debug.Stack()) })
	inTurn(l, theCallbackThatFails)
	assert.Contains(t, stack, "theCallbackThatFails")
}

func theCallbackThatFails() { panic("boom") }

func TestPanicNil(t *testing.T) {
	l := loop.New()
	var got any
	l.OnUncaught(func(v any) { got = v })
	inTurn(l, func() { panic(nil) })
	assert.IsType(t, new(runtime.PanicNilError), got)
}

// FailNow of a test ends the goroutine with Goexit: the loop must not be left running.
func TestGoexitInACallbackEndsRun(t *testing.T) {
	for name, handler := range map[string]func(v any){"without a handler": nil, "with a handler": func(any) { t.Error("called") }} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			l.OnUncaught(handler)
			var r record
			l.Post(runtime.Goexit)
			l.Post(r.say("rest"))
			over := make(chan struct{})
			go func() {
				defer close(over)
				l.Run()
			}()
			<-over
			require.False(t, l.Running())
			l.Run()
			assert.Equal(t, []string{"rest"}, r.take())
		})
	}
}

func TestIntervalIsArmedAgainAfterAPanicThatLeftRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		n := 0
		var iv *loop.Timer
		iv = l.SetInterval(10*ms, func() {
			if n++; n == 2 {
				iv.Close()
			}
			panic(n)
		})
		start := time.Now()
		require.PanicsWithValue(t, 1, l.Run)
		require.PanicsWithValue(t, 2, l.Run)
		l.Run()
		assert.Equal(t, 20*ms, time.Since(start))
	})
}
