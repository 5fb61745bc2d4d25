package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtMicrotaskMain(t *testing.T) {
	transcript.Run(t, "uncaught_microtask_main", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.QueueMicrotask(func() { log("m1"); panic(errors.New("m1")) })
		l.QueueMicrotask(func() { log("m2"); l.NextTick(func() { log("tick"); panic(errors.New("tick")) }) })
		l.QueueMicrotask(func() { log("m3"); l.NextTick(say("tick 2")) })
		l.SetTimeout(time.Millisecond, say("timeout"))
		busy(5)
	})
}
