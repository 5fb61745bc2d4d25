package ticks_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtIo(t *testing.T) {
	transcript.Run(t, "uncaught_io", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.Work(func() {}, func() {
			log("io")
			l.SetImmediate(say("immediate"))
			l.NextTick(func() { log("tick"); l.SetImmediate(say("of tick")); panic(errors.New("tick")) })
			l.NextTick(say("tick 2"))
			panic(errors.New("io"))
		})
	})
}
