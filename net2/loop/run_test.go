package loop_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestRunReturnsWhenNothingKeepsItAlive(t *testing.T) {
	l := loop.New()
	l.Run()
	assert.False(t, l.Running())
}

func TestNothingRunsBeforeRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		var r record
		l.NextTick(r.say("tick"))
		l.QueueMicrotask(r.say("microtask"))
		l.SetTimeout(ms, r.say("timeout"))
		l.Post(r.say("post"))
		time.Sleep(time.Second)
		require.Empty(t, r)
		l.Run()
		assert.Equal(t, []string{"tick", "microtask", "timeout", "post"}, r.take())
	})
}

func TestTurnGoesThroughThePhases(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		var r record
		turn := func() {
			l.Closing(r.say("closing"))
			l.Flush(r.say("flush"))
			l.SetImmediate(r.say("check"))
			l.Post(r.say("pending"))
			l.SetTimeout(ms, r.say("timers"))
			time.Sleep(ms)
		}
		l.Closing(turn) // the last phase of a turn
		l.Run()
		assert.Equal(t, []string{"timers", "pending", "check", "flush", "closing"}, r.take())
	})
}

// phases are the ways to queue a callback for each phase of a turn.
var phases = map[string]func(l *loop.Loop, fn func()){
	"timers":  func(l *loop.Loop, fn func()) { l.SetTimeout(ms, fn) },
	"pending": func(l *loop.Loop, fn func()) { l.Post(fn) },
	"check":   func(l *loop.Loop, fn func()) { l.SetImmediate(fn) },
	"flush":   func(l *loop.Loop, fn func()) { l.Flush(fn) },
	"closing": func(l *loop.Loop, fn func()) { l.Closing(fn) },
}

// addInOrder queues callbacks so that they run in this order: closings go last first.
func addInOrder(l *loop.Loop, phase string, add func(l *loop.Loop, fn func()), fns ...func()) {
	if phase == "closing" {
		slices.Reverse(fns)
	}
	for _, fn := range fns {
		add(l, fn)
	}
}

func TestTicksThenMicrotasksFollowEveryCallback(t *testing.T) {
	for phase, add := range phases {
		t.Run(phase, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := loop.New()
				var r record
				callback := func(name string) func() {
					return func() {
						r.add(name)
						l.QueueMicrotask(r.say(name + " microtask"))
						l.NextTick(r.say(name + " tick"))
					}
				}
				addInOrder(l, phase, add, callback("a"), callback("b"))
				l.Run()
				assert.Equal(t, []string{"a", "a tick", "a microtask", "b", "b tick", "b microtask"}, r.take())
			})
		})
	}
}

func TestPhaseLeavesWhatItsCallbacksQueueToTheNextTurn(t *testing.T) {
	for phase, add := range phases {
		if phase == "timers" {
			continue // has no queue
		}
		t.Run(phase, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := loop.New()
				var r record
				add(l, func() {
					r.add("first")
					l.SetTimeout(ms, r.say("timer"))
					add(l, r.say("second"))
					time.Sleep(ms)
				})
				l.Run()
				assert.Equal(t, []string{"first", "timer", "second"}, r.take())
			})
		})
	}
}

func TestRunInsideRunPanics(t *testing.T) {
	l := loop.New()
	inTurn(l, func() {
		assert.True(t, l.Running())
		assert.PanicsWithValue(t, "loop: Run was called while the loop runs", l.Run)
	})
}

func TestLoopsAreIndependent(t *testing.T) {
	const loops, turns = 4, 1000
	var counts [loops]int
	var wg sync.WaitGroup
	for i := range loops {
		wg.Go(func() {
			l := loop.New()
			var step func()
			step = func() {
				if counts[i]++; counts[i] < turns {
					l.Post(step)
				}
			}
			inTurn(l, step)
		})
	}
	wg.Wait()
	assert.Equal(t, [loops]int{turns, turns, turns, turns}, counts)
}

func TestNowIsWholeMilliseconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		require.Zero(t, l.Now())
		time.Sleep(2*ms + 999*time.Microsecond)
		assert.Equal(t, 2*ms, l.Now())
	})
}

func TestStopEndsRunWithTheTurn(t *testing.T) {
	l := loop.New()
	var r record
	l.Post(func() { r.add("stop"); l.Stop() })
	l.Post(r.say("same phase"))
	l.SetImmediate(func() { r.add("same turn"); l.SetImmediate(r.say("next turn")) })
	l.Run()
	require.Equal(t, []string{"stop", "same phase", "same turn"}, r.take())
	l.Run()
	assert.Equal(t, []string{"next turn"}, r.take(), "what was left stays")
}

func TestStopBeforeRunMakesThatRunReturnAtOnce(t *testing.T) {
	l := loop.New()
	var r record
	l.NextTick(r.say("tick"))
	l.Stop()
	l.Run()
	require.Empty(t, r)
	l.Run()
	assert.Equal(t, []string{"tick"}, r.take())
}

func TestStopWakesAParkedLoop(t *testing.T) {
	for name, prepare := range map[string]func(l *loop.Loop){
		"without a timer": func(*loop.Loop) {},
		"with a timer":    func(l *loop.Loop) { l.SetTimeout(time.Hour, func() {}) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := loop.New()
				keepAlive(l)
				prepare(l)
				go func() {
					synctest.Wait()
					l.Stop()
				}()
				start := time.Now()
				l.Run()
				assert.Zero(t, time.Since(start))
			})
		})
	}
}

func TestRunContext(t *testing.T) {
	t.Run("returns nil when the loop ends by itself", func(t *testing.T) {
		l := loop.New()
		var r record
		l.Post(r.say("post"))
		ctx, cancel := context.WithCancel(t.Context())
		require.NoError(t, l.RunContext(ctx))
		require.Equal(t, []string{"post"}, r.take())
		cancel()
		l.Post(r.say("later"))
		l.Run()
		assert.Equal(t, []string{"later"}, r.take(), "the context of an earlier run")
	})
	t.Run("returns nil after Stop", func(t *testing.T) {
		l := loop.New()
		keepAlive(l)
		l.Post(l.Stop)
		assert.NoError(t, l.RunContext(t.Context()))
	})
	t.Run("ends with the context, and can go on", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			l := loop.New()
			h := keepAlive(l)
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			start := time.Now()
			require.ErrorIs(t, l.RunContext(ctx), context.DeadlineExceeded)
			require.Equal(t, time.Second, time.Since(start))
			var r record
			l.SetTimeout(ms, func() { r.add("timer"); h.Stop() })
			l.Run()
			assert.Equal(t, []string{"timer"}, r.take())
		})
	})
	t.Run("cancelled by a callback", func(t *testing.T) {
		l := loop.New()
		keepAlive(l)
		ctx, cancel := context.WithCancel(t.Context())
		l.Post(cancel)
		assert.ErrorIs(t, l.RunContext(ctx), context.Canceled)
	})
	t.Run("runs nothing when the context has ended", func(t *testing.T) {
		l := loop.New()
		var r record
		l.Post(r.say("post"))
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		require.ErrorIs(t, l.RunContext(ctx), context.Canceled)
		require.Empty(t, r)
		l.Run()
		assert.Equal(t, []string{"post"}, r.take())
	})
	t.Run("lets a panic through, and leaves nothing behind", func(t *testing.T) {
		l := loop.New()
		boom := errors.New("boom")
		l.Post(func() { panic(boom) })
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		require.PanicsWithValue(t, boom, func() { _ = l.RunContext(ctx) })
		assert.NoError(t, l.RunContext(t.Context()))
	})
}

func TestTheDefaultLoopHasFunctions(t *testing.T) {
	var r record
	loop.OnUncaught(func(v any) { r.add("uncaught " + v.(string)) })
	defer loop.OnUncaught(nil)
	loop.ClearTimeout(loop.SetTimeout(ms, r.say("never")))
	loop.ClearInterval(loop.SetInterval(ms, r.say("never")))
	loop.ClearImmediate(loop.SetImmediate(r.say("never")))
	loop.OnSignal(os.Interrupt, r.say("never")).Close()
	loop.NextTick(r.say("tick"))
	loop.QueueMicrotask(r.say("microtask"))
	loop.Post(func() {
		r.add("post")
		loop.Work(func() {}, func() {
			r.add("work")
			loop.SetImmediate(func() { panic("immediate") })
		})
	})
	loop.Run()
	require.Equal(t, []string{"tick", "microtask", "post", "work", "uncaught immediate"}, r.take())

	var interval *loop.Timer
	interval = loop.Default().SetInterval(ms, func() { r.add("interval"); interval.Close(); loop.SetTimeout(0, loop.Stop) })
	h := keepAlive(loop.Default())
	loop.Run()
	h.Stop()
	assert.Equal(t, []string{"interval"}, r.take())
}
