package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtImmediate(t *testing.T) {
	transcript.Run(t, "uncaught_immediate", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.SetImmediate(func() {
			log("a")
			l.NextTick(say("a tick"))
			l.SetImmediate(say("a next"))
			panic(errors.New("a"))
		})
		l.SetImmediate(func() { log("b"); l.NextTick(say("b tick")) })
		l.SetImmediate(func() {
			log("c")
			l.SetTimeout(time.Millisecond, say("timeout"))
			l.NextTick(say("c tick"))
			l.SetImmediate(say("c next"))
			busy(5)
			panic(errors.New("c"))
		})
	})
}
