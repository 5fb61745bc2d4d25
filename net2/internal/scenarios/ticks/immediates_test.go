package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestImmediates(t *testing.T) {
	transcript.Run(t, "immediates", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.SetImmediate(func() {
			log("a")
			l.SetImmediate(say("a again"))
			l.SetTimeout(time.Millisecond, say("timeout"))
			l.NextTick(func() { log("tick"); l.SetImmediate(say("of tick")) })
			l.QueueMicrotask(say("microtask"))
			busy(5)
		})
		l.SetImmediate(say("b"))
	})
}
