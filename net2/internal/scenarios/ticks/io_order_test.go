package ticks_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestIoOrder(t *testing.T) {
	transcript.Run(t, "io_order", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.Work(func() {}, func() {
			l.SetTimeout(0, say("timeout"))
			l.SetImmediate(say("immediate"))
			l.QueueMicrotask(say("microtask"))
			l.NextTick(say("tick"))
			busy(5)
			log("io")
		})
	})
}
