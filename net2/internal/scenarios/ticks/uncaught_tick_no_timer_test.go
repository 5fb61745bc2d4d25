package ticks_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtTickNoTimer(t *testing.T) {
	transcript.Run(t, "uncaught_tick_no_timer", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.NextTick(func() { log("a"); panic(errors.New("a")) })
		l.NextTick(func() { log("b"); l.SetImmediate(say("of b")) })
		l.NextTick(func() { log("c"); panic(errors.New("c")) })
		l.NextTick(say("d"))
		l.SetImmediate(say("immediate"))
		l.SetImmediate(say("immediate 2"))
	})
}
