package loop_test

import (
	"math"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// when runs setup and the loop, on fake time, and returns what was said and after how long.
func when(t *testing.T, setup func(l *loop.Loop, say func(word string) func())) (words []string, after []time.Duration) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		start := time.Now()
		setup(l, func(word string) func() {
			return func() {
				words = append(words, word)
				after = append(after, time.Since(start))
			}
		})
		l.Run()
		lists, heap := l.TimerLists()
		assert.Zero(t, lists+heap, "lists are left")
	})
	return words, after
}

func TestTimeoutsRunWhenTheyAreDue(t *testing.T) {
	words, after := when(t, func(l *loop.Loop, say func(string) func()) {
		l.SetTimeout(30*ms, say("30"))
		l.SetTimeout(10*ms, say("10"))
		l.SetTimeout(20*ms, say("20"))
		l.SetTimeout(10*ms, say("10 again"))
	})
	assert.Equal(t, []string{"10", "10 again", "20", "30"}, words)
	assert.Equal(t, []time.Duration{10 * ms, 10 * ms, 20 * ms, 30 * ms}, after)
}

func TestDurationsAreWholeMillisecondsAtLeastOne(t *testing.T) {
	for d, want := range map[time.Duration]time.Duration{
		0: ms, -time.Hour: ms, math.MinInt64: ms, 1: ms, ms - 1: ms, ms: ms, 2*ms - 1: ms, 2 * ms: 2 * ms,
	} {
		_, after := when(t, func(l *loop.Loop, say func(string) func()) { l.SetTimeout(d, say("")) })
		assert.Equal(t, []time.Duration{want}, after, d.String())
	}
}

func TestDurationsBeyondNodesLimit(t *testing.T) {
	for _, d := range []time.Duration{math.MaxInt32*ms + ms, 10 * 365 * 24 * time.Hour} {
		_, after := when(t, func(l *loop.Loop, say func(string) func()) { l.SetTimeout(d, say("")) })
		assert.Equal(t, []time.Duration{d}, after)
	}
}

func TestTheLongestDurationDoesNotWrapAround(t *testing.T) {
	words, _ := when(t, func(l *loop.Loop, say func(string) func()) {
		time.Sleep(time.Hour) // so that it is due after the last moment that a Duration can tell
		late := l.SetTimeout(math.MaxInt64, say("late"))
		l.SetTimeout(time.Hour, func() { say("early")(); late.Close() })
	})
	assert.Equal(t, []string{"early"}, words)
}

func TestTimeoutIsNotEarlyWhenSetBetweenMilliseconds(t *testing.T) {
	_, after := when(t, func(l *loop.Loop, say func(string) func()) {
		time.Sleep(900 * time.Microsecond)
		l.SetTimeout(5*ms, say(""))
	})
	assert.Equal(t, []time.Duration{5 * ms}, after, "Node counts from the millisecond that has begun")
}

func TestIntervalIsCountedFromBeforeItsCallback(t *testing.T) {
	_, after := when(t, func(l *loop.Loop, say func(string) func()) {
		var iv *loop.Timer
		n := 0
		iv = l.SetInterval(10*ms, func() {
			say("")()
			time.Sleep(4 * ms)
			if n++; n == 3 {
				iv.Close()
			}
		})
	})
	assert.Equal(t, []time.Duration{10 * ms, 20 * ms, 30 * ms}, after)
}

func TestIntervalDoesNotMakeUpForMissedRuns(t *testing.T) {
	_, after := when(t, func(l *loop.Loop, say func(string) func()) {
		var iv *loop.Timer
		n := 0
		iv = l.SetInterval(10*ms, func() {
			say("")()
			if n++; n == 1 {
				time.Sleep(35 * ms)
			} else if n == 3 {
				iv.Close()
			}
		})
	})
	assert.Equal(t, []time.Duration{10 * ms, 45 * ms, 55 * ms}, after)
}

func TestIntervalGoesOnAfterRefreshInItsCallback(t *testing.T) {
	_, after := when(t, func(l *loop.Loop, say func(string) func()) {
		var iv *loop.Timer
		n := 0
		iv = l.SetInterval(10*ms, func() {
			say("")()
			time.Sleep(3 * ms)
			iv.Refresh() // is overruled: the interval counts from before the callback
			if n++; n == 3 {
				iv.Close()
			}
		})
	})
	assert.Equal(t, []time.Duration{10 * ms, 20 * ms, 30 * ms}, after)
}

func TestRefresh(t *testing.T) {
	t.Run("puts a timer off", func(t *testing.T) {
		words, after := when(t, func(l *loop.Loop, say func(string) func()) {
			a := l.SetTimeout(10*ms, say("a"))
			l.SetTimeout(10*ms, say("b"))
			l.SetTimeout(6*ms, func() { a.Refresh() })
		})
		assert.Equal(t, []string{"b", "a"}, words)
		assert.Equal(t, []time.Duration{10 * ms, 16 * ms}, after)
	})
	t.Run("in its own callback", func(t *testing.T) {
		_, after := when(t, func(l *loop.Loop, say func(string) func()) {
			var a *loop.Timer
			n := 0
			a = l.SetTimeout(10*ms, func() {
				say("")()
				if n++; n < 3 {
					a.Refresh()
				}
			})
		})
		assert.Equal(t, []time.Duration{10 * ms, 20 * ms, 30 * ms}, after)
	})
	t.Run("after it fired", func(t *testing.T) {
		_, after := when(t, func(l *loop.Loop, say func(string) func()) {
			a := l.SetTimeout(10*ms, say(""))
			l.SetTimeout(50*ms, func() { a.Refresh().Refresh() })
		})
		assert.Equal(t, []time.Duration{10 * ms, 60 * ms}, after)
	})
	t.Run("not after it was cleared", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			l := loop.New()
			start := time.Now()
			l.SetTimeout(10*ms, func() { t.Error("ran") }).Close().Refresh()
			l.Run()
			assert.Zero(t, time.Since(start), "nor does it hold the loop")
		})
	})
	t.Run("cleared after it fired: holds the loop, but does not run", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			l := loop.New()
			var r record
			a := l.SetTimeout(10*ms, r.say("a"))
			l.SetTimeout(20*ms, func() { a.Close().Refresh() })
			start := time.Now()
			l.Run()
			assert.Equal(t, []string{"a"}, r.take())
			assert.Equal(t, 30*ms, time.Since(start))
		})
	})
	t.Run("keeps it unref'd", func(t *testing.T) {
		words, _ := when(t, func(l *loop.Loop, say func(string) func()) {
			a := l.SetTimeout(10*ms, say("a")).Unref()
			l.SetTimeout(5*ms, func() { a.Refresh(); assert.False(t, a.HasRef()); a.Close() })
		})
		assert.Empty(t, words)
	})
}

func TestClear(t *testing.T) {
	t.Run("before it is due, twice, and nil", func(t *testing.T) {
		words, _ := when(t, func(l *loop.Loop, say func(string) func()) {
			a, b := l.SetTimeout(10*ms, say("a")), l.SetInterval(10*ms, say("b"))
			l.SetTimeout(10*ms, say("c"))
			l.ClearInterval(a) // each takes both kinds, as in Node
			l.ClearTimeout(b)
			l.ClearTimeout(a)
			b.Close()
			l.ClearTimeout(nil)
			l.ClearInterval(nil)
		})
		assert.Equal(t, []string{"c"}, words)
	})
	t.Run("in its own callback", func(t *testing.T) {
		words, _ := when(t, func(l *loop.Loop, say func(string) func()) {
			var a, b *loop.Timer
			a = l.SetTimeout(10*ms, func() { say("a")(); a.Close() })
			b = l.SetInterval(10*ms, func() { say("b")(); b.Close() })
		})
		assert.Equal(t, []string{"a", "b"}, words)
	})
	t.Run("one that is due in the same phase", func(t *testing.T) {
		words, _ := when(t, func(l *loop.Loop, say func(string) func()) {
			var same, other, byTick *loop.Timer
			l.SetTimeout(10*ms, func() {
				say("a")()
				same.Close()
				other.Close()
				l.NextTick(func() { byTick.Close() })
			})
			byTick = l.SetTimeout(10*ms, say("by a tick"))
			same = l.SetTimeout(10*ms, say("same list"))
			other = l.SetTimeout(11*ms, say("other list"))
			time.Sleep(20 * ms)
		})
		assert.Equal(t, []string{"a"}, words)
	})
	t.Run("the last of a list, which is then made anew", func(t *testing.T) {
		words, after := when(t, func(l *loop.Loop, say func(string) func()) {
			b := l.SetTimeout(11*ms, say("never"))
			var a *loop.Timer
			a = l.SetTimeout(10*ms, func() {
				a.Close()
				b.Close()
				l.SetTimeout(10*ms, say("10"))
				l.SetTimeout(11*ms, say("11"))
			})
			time.Sleep(20 * ms)
		})
		assert.Equal(t, []string{"10", "11"}, words)
		assert.Equal(t, []time.Duration{30 * ms, 31 * ms}, after)
	})
}

func TestTimerRefs(t *testing.T) {
	l := loop.New()
	var r record
	a := l.SetTimeout(time.Hour, r.say("never"))
	require.True(t, a.HasRef())
	require.False(t, a.Unref().Unref().HasRef())
	l.Run()
	require.True(t, a.Ref().Ref().HasRef())
	require.False(t, a.Unref().HasRef())
	l.Run()
	a.Ref().Close()
	require.True(t, a.HasRef(), "as in Node the end of a timer does not change it")
	a.Unref().Ref()
	l.Run()

	b := l.SetTimeout(ms, r.say("fired"))
	l.Run()
	b.Unref().Ref()
	l.Run()
	assert.Equal(t, []string{"fired"}, r.take())
}

func TestUnrefdTimersRunWhileTheLoopLives(t *testing.T) {
	words, after := when(t, func(l *loop.Loop, say func(string) func()) {
		l.SetTimeout(10*ms, say("timeout")).Unref()
		iv := l.SetInterval(15*ms, say("interval")).Unref()
		l.SetTimeout(40*ms, func() { say("end")(); iv.Close() })
	})
	assert.Equal(t, []string{"timeout", "interval", "interval", "end"}, words)
	assert.Equal(t, []time.Duration{10 * ms, 15 * ms, 30 * ms, 40 * ms}, after)
}

func TestTimersWaitWhileTheLoopIsBusyAndThenRunInOrder(t *testing.T) {
	words, _ := when(t, func(l *loop.Loop, say func(string) func()) {
		l.SetTimeout(30*ms, say("a, due at 30"))
		time.Sleep(10 * ms)
		l.SetTimeout(25*ms, say("b, due at 35"))
		l.SetTimeout(30*ms, say("c, due at 40"))
		time.Sleep(time.Second)
	})
	assert.Equal(t, []string{"a, due at 30", "c, due at 40", "b, due at 35"}, words, "a list runs all its due timers")
}
