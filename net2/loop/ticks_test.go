package loop_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
)

func TestTicksRunInOrderThroughManyRounds(t *testing.T) {
	l := loop.New()
	const rounds = 1000
	var got []int
	// Two chains at once, so that the queue goes round its slice at every fill.
	for chain := range 2 {
		n := chain
		var step func()
		step = func() {
			got = append(got, n)
			if n += 2; n < rounds {
				l.NextTick(step)
				l.NextTick(func() {})
			}
		}
		l.NextTick(step)
	}
	l.Run()
	for i, n := range got {
		if i != n {
			t.Fatalf("tick %d ran in place %d", n, i)
		}
	}
	assert.Len(t, got, rounds)
}

func TestTicksOfAMicrotaskWaitForAllMicrotasks(t *testing.T) {
	l := loop.New()
	var r record
	l.QueueMicrotask(func() {
		r.add("m1")
		l.NextTick(func() { r.add("tick"); l.QueueMicrotask(r.say("m4")) })
		l.QueueMicrotask(r.say("m3"))
	})
	l.QueueMicrotask(r.say("m2"))
	l.Run()
	assert.Equal(t, []string{"m1", "m2", "m3", "tick", "m4"}, r.take())
}

func TestNilCallbacksPanicAtTheCall(t *testing.T) {
	l := loop.New()
	for method, call := range map[string]func(){
		"NextTick":       func() { l.NextTick(nil) },
		"QueueMicrotask": func() { l.QueueMicrotask(nil) },
		"SetTimeout":     func() { l.SetTimeout(ms, nil) },
		"SetInterval":    func() { l.SetInterval(ms, nil) },
		"SetImmediate":   func() { l.SetImmediate(nil) },
		"Post":           func() { l.Post(nil) },
		"PostCallback":   func() { l.PostCallback(nil) },
		"AgainCallback":  func() { l.AgainCallback(nil) },
		"Work":           func() { l.Work(nil, nil) },
		"Flush":          func() { l.Flush(nil) },
		"Closing":        func() { l.Closing(nil) },
		"OnSignal":       func() { l.OnSignal(nil, nil) },
	} {
		assert.PanicsWithValue(t, "loop: the callback given to Loop."+method+" is nil", call)
	}
	l.Run() // nothing was left behind
}
