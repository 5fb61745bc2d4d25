package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtTimerLate(t *testing.T) {
	transcript.Run(t, "uncaught_timer_late", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.SetImmediate(say("immediate"))
		l.SetTimeout(5*time.Millisecond, func() { log("a"); busy(250); panic(errors.New("a")) })
		l.SetTimeout(200*time.Millisecond, say("b"))
		busy(10)
	})
}
