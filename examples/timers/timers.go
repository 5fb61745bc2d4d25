package main

import (
	"fmt"
	"time"

	"github.com/nodenet/go/net2/loop"
)

// timers shows what timers do among themselves.
func timers() {
	loop.SetTimeout(20*time.Millisecond, func() {
		fmt.Println("timers: 20 ms")
		interval()
	})
	loop.SetTimeout(10*time.Millisecond, func() {
		fmt.Println("timers: 10 ms, first")
		// Between two timers, as after every callback: ticks and microtasks.
		loop.QueueMicrotask(say("timers: microtask"))
		loop.NextTick(say("timers: tick"))
	})
	loop.SetTimeout(10*time.Millisecond, say("timers: 10 ms, second"))
	loop.SetTimeout(0, say("timers: 0 ms, which is 1"))

	cleared := loop.SetTimeout(5*time.Millisecond, say("timers: never, it is cleared"))
	loop.ClearTimeout(cleared)
	loop.SetTimeout(time.Hour, say("timers: never, it keeps nothing alive")).Unref()
}

// interval shows how one ends.
func interval() {
	runs := 0
	var t *loop.Timer
	t = loop.SetInterval(2*time.Millisecond, func() {
		runs++
		fmt.Println("interval: run", runs)
		if runs == 3 {
			loop.ClearInterval(t)
			immediates()
		}
	})
}

// immediates shows that one which is set by another waits for the next turn.
func immediates() {
	loop.SetImmediate(func() {
		fmt.Println("immediates: first")
		loop.SetImmediate(say("immediates: a turn later"))
		loop.NextTick(say("immediates: tick"))
	})
	loop.SetImmediate(say("immediates: second"))
}
