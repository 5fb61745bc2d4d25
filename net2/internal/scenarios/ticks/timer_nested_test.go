package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerNested(t *testing.T) {
	transcript.Run(t, "timer_nested", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.SetTimeout(time.Millisecond, func() {
			log("outer")
			l.SetTimeout(time.Millisecond, say("inner"))
			l.SetImmediate(say("immediate"))
			busy(10)
		})
		l.SetTimeout(time.Millisecond, say("same list"))
		busy(5)
	})
}
