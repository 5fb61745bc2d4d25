package ticks_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTicksAndMicrotasks(t *testing.T) {
	transcript.Run(t, "ticks_and_microtasks", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.SetImmediate(say("immediate"))
		l.NextTick(func() {
			log("t1")
			l.NextTick(say("t1.t"))
			l.QueueMicrotask(say("t1.m"))
		})
		l.QueueMicrotask(func() {
			log("m1")
			l.NextTick(func() { log("m1.t"); l.QueueMicrotask(say("m1.t.m")) })
			l.QueueMicrotask(func() { log("m1.m"); l.NextTick(say("m1.m.t")) })
		})
		l.QueueMicrotask(say("m2"))
		l.NextTick(say("t2"))
	})
}
