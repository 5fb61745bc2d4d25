package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtTimerTickIo(t *testing.T) {
	transcript.Run(t, "uncaught_timer_tick_io", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.SetImmediate(func() {
			l.SetTimeout(time.Millisecond, func() {
				log("a")
				l.NextTick(func() { log("tick"); panic(errors.New("tick")) })
				l.NextTick(say("tick 2"))
				l.SetImmediate(say("immediate"))
			})
			l.Work(func() {}, func() {
				log("io")
				l.NextTick(say("io tick"))
			})
			busy(100)
		})
	})
}
