package loop_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestAroundHoldsACallbackAndItsTicks(t *testing.T) {
	l := loop.New()
	var got []string
	say := func(s string) func() { return func() { got = append(got, s) } }
	l.Around(func(run func()) {
		got = append(got, "(")
		run()
		got = append(got, ")")
	})
	l.NextTick(say("main"))
	l.NextTick(func() { l.NextTick(say("tick")) })
	l.SetTimeout(0, func() { l.NextTick(say("timer tick")); say("timer")() })
	l.Pending(say("pending"))
	l.Closing(say("closing"))
	l.Flush(say("flush"))
	l.Post(func() { l.SetImmediate(say("immediate")); say("posted")() })
	l.Run()
	assert.Subset(t, got, []string{"pending", "closing", "flush", "immediate", "posted"})
	assert.Equal(t, []string{"(", "main", "tick", ")"}, got[:4])
	depth := 0
	for i, s := range got {
		switch s {
		case "(":
			depth++
		case ")":
			depth--
		case "timer":
			require.Equal(t, "timer tick", got[i+1], "a tick stays with its callback")
		default:
			require.Equal(t, 1, depth, "%s runs inside", s)
		}
	}
}

func TestAroundRunsTicksThatTheWrapAddsInAWrapOfTheirOwn(t *testing.T) {
	l := loop.New()
	var got []string
	rounds := 0
	l.Around(func(run func()) {
		run()
		if rounds++; rounds < 3 { // the engine's microtasks, at its door
			got = append(got, "microtask")
			l.NextTick(func() { got = append(got, "tick") })
		}
	})
	l.NextTick(func() { got = append(got, "main") })
	l.Run()
	assert.Equal(t, []string{"main", "microtask", "tick", "microtask", "tick"}, got)
}

func TestAroundPassesAPanicOn(t *testing.T) {
	l := loop.New()
	l.Around(func(run func()) { run() })
	var caught any
	l.OnUncaught(func(v any) { caught = v })
	ran := false
	l.SetImmediate(func() {
		l.NextTick(func() { ran = true })
		panic("oops")
	})
	l.Run()
	assert.Equal(t, "oops", caught)
	assert.True(t, ran, "the ticks that were left run later")
}

func TestAliveAfterSettle(t *testing.T) {
	l := loop.New()
	assert.False(t, l.Alive())
	ticked := false
	l.NextTick(func() { ticked = true; l.SetImmediate(func() {}) })
	assert.False(t, l.Alive())
	l.Settle()
	assert.True(t, ticked)
	assert.True(t, l.Alive())
	l.Run()
	assert.False(t, l.Alive())
}
