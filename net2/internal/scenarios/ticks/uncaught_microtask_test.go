package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtMicrotask(t *testing.T) {
	transcript.Run(t, "uncaught_microtask", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v); l.NextTick(say("tick of the handler")) })
		l.SetTimeout(time.Millisecond, func() {
			log("timeout")
			l.NextTick(say("tick"))
			l.QueueMicrotask(func() { log("m1"); l.NextTick(say("tick of m1")); panic(errors.New("m1")) })
			l.QueueMicrotask(func() { log("m2"); l.QueueMicrotask(say("m2.m")); panic(errors.New("m2")) })
			l.QueueMicrotask(say("m3"))
		})
		l.SetTimeout(time.Millisecond, say("timeout 2"))
		l.SetImmediate(say("immediate"))
		busy(5)
	})
}
