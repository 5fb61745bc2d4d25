package loop_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestClearedImmediatesDoNotRun(t *testing.T) {
	l := loop.New()
	var r record
	var a, byCallback, byTick *loop.Immediate
	before := l.SetImmediate(r.say("before"))
	a = l.SetImmediate(func() {
		r.add("a")
		l.ClearImmediate(byCallback)
		l.NextTick(func() { l.ClearImmediate(byTick) })
		l.ClearImmediate(a)
	})
	byTick = l.SetImmediate(r.say("by tick"))
	byCallback = l.SetImmediate(r.say("by callback"))
	l.SetImmediate(r.say("b"))
	l.ClearImmediate(before)
	l.ClearImmediate(before)
	l.ClearImmediate(nil)
	l.Run()
	assert.Equal(t, []string{"a", "b"}, r.take())
	l.ClearImmediate(a)
	l.Run()
}

func TestImmediateRefs(t *testing.T) {
	l := loop.New()
	var r record
	im := l.SetImmediate(r.say("immediate"))
	require.True(t, im.HasRef())
	require.False(t, im.Unref().Unref().HasRef())
	l.Run()
	require.Empty(t, r, "an unref'd immediate does not hold the loop")
	require.True(t, im.Ref().Ref().HasRef())
	l.Run()
	require.Equal(t, []string{"immediate"}, r.take())
	require.False(t, im.HasRef())
	assert.False(t, im.Ref().HasRef(), "it has run")
	l.Run()
}

func TestUnrefdImmediateLetsTheLoopRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loop.New()
		start := time.Now()
		var r record
		l.SetImmediate(func() {
			r.add("immediate")
			assert.Equal(t, time.Second, time.Since(start))
		}).Unref()
		l.SetTimeout(time.Second, r.say("timer"))
		l.Run()
		assert.Equal(t, []string{"immediate", "timer"}, r.take(), "as in Node it runs when the timer wakes the loop")
	})
}

func TestImmediateRecursionGivesTimersAndPostsATurn(t *testing.T) {
	l := loop.New()
	timer, post := false, false
	l.SetTimeout(ms, func() { timer = true })
	l.Work(func() {}, func() { post = true })
	var again func()
	again = func() {
		if !timer || !post {
			l.SetImmediate(again)
		}
	}
	l.SetImmediate(again)
	l.Run()
	assert.True(t, timer && post)
}
