package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtTimer(t *testing.T) {
	transcript.Run(t, "uncaught_timer", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.SetTimeout(time.Millisecond, func() {
			log("a")
			l.NextTick(say("a tick"))
			l.QueueMicrotask(say("a microtask"))
			l.SetImmediate(say("a immediate"))
			panic(errors.New("a"))
		})
		l.SetTimeout(time.Millisecond, func() { log("b"); l.NextTick(say("b tick")) })
		l.SetTimeout(2*time.Millisecond, func() {
			log("c")
			l.NextTick(func() { log("c tick"); l.NextTick(say("c tick tick")); panic(errors.New("c tick")) })
			l.NextTick(say("c tick 2"))
		})
		l.SetTimeout(2*time.Millisecond, say("d"))
		l.SetTimeout(3*time.Millisecond, func() { log("e"); l.NextTick(say("e tick")); panic(errors.New("e")) })
		busy(10)
	})
}
