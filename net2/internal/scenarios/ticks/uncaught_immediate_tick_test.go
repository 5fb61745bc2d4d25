package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtImmediateTick(t *testing.T) {
	transcript.Run(t, "uncaught_immediate_tick", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.SetImmediate(func() {
			log("a")
			l.NextTick(func() { log("a tick"); panic(errors.New("a tick")) })
			l.NextTick(say("a tick 2"))
		})
		l.SetImmediate(func() {
			log("b")
			l.SetTimeout(time.Millisecond, say("timeout"))
			l.SetImmediate(say("next"))
			l.NextTick(func() { log("b tick"); panic(errors.New("b tick")) })
			l.NextTick(say("b tick 2"))
			busy(5)
		})
	})
}
