package loop_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// lives reports whether something keeps the loop alive, on fake time.
func lives(t *testing.T, l *loop.Loop) bool {
	t.Helper()
	start := time.Now()
	alive := l.SetTimeout(time.Second, l.Stop).Unref()
	l.Run()
	alive.Close()
	return time.Since(start) > 0
}

func TestHandleKeepsTheLoopAliveWhileStartedAndRefd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		var h loop.Handle
		h.Init(l)
		steps := []struct {
			name                 string
			do                   func()
			active, hasRef, hold bool
		}{
			{"new", func() {}, false, true, false},
			{"started", h.Start, true, true, true},
			{"started twice", h.Start, true, true, true},
			{"unref'd", h.Unref, true, false, false},
			{"unref'd twice", h.Unref, true, false, false},
			{"ref'd", h.Ref, true, true, true},
			{"stopped", h.Stop, false, true, false},
			{"stopped twice", h.Stop, false, true, false},
			{"unref'd while stopped", h.Unref, false, false, false},
			{"started unref'd", h.Start, true, false, false},
			{"stopped unref'd", h.Stop, false, false, false},
			{"ref'd while stopped", h.Ref, false, true, false},
		}
		for _, step := range steps {
			step.do()
			require.Equal(t, step.active, h.Active(), step.name)
			require.Equal(t, step.hasRef, h.HasRef(), step.name)
			require.Equal(t, step.hold, lives(t, l), step.name)
		}
		assert.Same(t, l, h.Loop())
	})
}

func TestRequestsKeepTheLoopAlive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		l.BeginRequest()
		l.BeginRequest()
		require.True(t, lives(t, l))
		l.EndRequest()
		require.True(t, lives(t, l))
		l.EndRequest()
		require.False(t, lives(t, l))
		assert.PanicsWithValue(t, "loop: EndRequest without BeginRequest", l.EndRequest)
	})
}

func TestFlushAndClosingKeepTheLoopAlive(t *testing.T) {
	l := loop.New()
	var r record
	l.Flush(r.say("flush"))
	l.Run()
	l.Closing(r.say("closing"))
	l.Run()
	assert.Equal(t, []string{"flush", "closing"}, r.take())
}

func TestFlushNowRunsWhatIsLeftOnce(t *testing.T) {
	l := loop.New()
	var r record
	l.SetImmediate(func() {
		l.Flush(func() {
			r.add("a")
			l.Flush(r.say("next"))
			l.FlushNow() // as before os.Exit
			r.add("after a")
		})
		l.Flush(r.say("b"))
		l.Flush(r.say("c"))
	})
	l.Run()
	assert.Equal(t, []string{"a", "b", "c", "next", "after a"}, r.take())
	l.FlushNow()
	assert.Empty(t, r.take())
}

// What a callback of the pending phase leaves behind may be nothing to wait for.
func TestRunReturnsWhenThePendingPhaseWasAll(t *testing.T) {
	l := loop.New()
	ran := false
	l.SetImmediate(func() {
		l.Pending(func() { ran = true })
	})
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	require.NoError(t, l.RunContext(ctx))
	assert.True(t, ran)
}

func TestFlushNowInsideFlushNow(t *testing.T) {
	l := loop.New()
	var r record
	l.Flush(func() {
		r.add("a")
		l.FlushNow()
	})
	l.Flush(r.say("b"))
	l.FlushNow()
	assert.Equal(t, []string{"a", "b"}, r.take())
}

func TestClosingsOfOneTurnRunLastFirst(t *testing.T) {
	l := loop.New()
	var r record
	for _, name := range []string{"a", "b", "c"} {
		l.Closing(func() {
			r.add(name)
			l.NextTick(r.say("tick of " + name))
			l.Closing(r.say("next turn: " + name))
		})
	}
	l.Run()
	assert.Equal(t, []string{
		"c", "tick of c", "b", "tick of b", "a", "tick of a",
		"next turn: a", "next turn: b", "next turn: c",
	}, r.take())
}

func TestClosingsThatAPanicLeftRunWithTheNext(t *testing.T) {
	l := loop.New()
	var r record
	l.Closing(r.say("left"))
	l.Closing(func() { l.Closing(r.say("queued by the one that panicked")); panic("boom") })
	require.PanicsWithValue(t, "boom", l.Run)
	l.Closing(r.say("queued after"))
	l.Run()
	assert.Equal(t, []string{"queued after", "queued by the one that panicked", "left"}, r.take())
}
