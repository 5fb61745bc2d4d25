package loop_test

import (
	"errors"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestWorkRunsAsideAndReportsOnTheLoop(t *testing.T) {
	l := loop.New()
	var r record
	release := make(chan struct{})
	l.Work(func() { <-release }, r.say("done"))
	l.SetImmediate(func() { r.add("the loop goes on"); close(release) })
	l.Run()
	assert.Equal(t, []string{"the loop goes on", "done"}, r.take())
}

func TestWorkWithoutDoneKeepsTheLoopAlive(t *testing.T) {
	l := loop.New()
	worked := false
	l.Work(func() { worked = true }, nil)
	l.Run()
	assert.True(t, worked)
}

func TestPanicInWorkIsAPanicOnTheLoop(t *testing.T) {
	cause := errors.New("boom")
	l := loop.New()
	var r record
	var got any
	l.OnUncaught(func(v any) { got = v })
	l.Work(func() { theWorkThatFails(cause) }, r.say("done"))
	l.Run()
	require.IsType(t, new(loop.WorkPanic), got)
	p := got.(*loop.WorkPanic)
	assert.Equal(t, cause, p.Value)
	require.ErrorIs(t, p, cause)
	assert.Contains(t, string(p.Stack), "theWorkThatFails")
	assert.ErrorContains(t, p, "panic in Work: boom\n")
	assert.Empty(t, r)
	assert.NoError(t, (&loop.WorkPanic{Value: "no error"}).Unwrap())
}

func theWorkThatFails(err error) { panic(err) }

func TestWorkThatEndsItsGoroutineCountsAsDone(t *testing.T) {
	l := loop.New()
	var r record
	l.Work(runtime.Goexit, r.say("done"))
	l.Run()
	assert.Equal(t, []string{"done"}, r.take())
}
