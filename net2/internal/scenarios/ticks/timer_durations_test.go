package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerDurations(t *testing.T) {
	transcript.Run(t, "timer_durations", func(x *transcript.T) {
		l, say := x.Loop, sayer(x.Track("loop"))
		l.SetTimeout(1900*time.Microsecond, say("1.9"))
		l.SetTimeout(2*time.Millisecond, say("2"))
		l.SetTimeout(0, say("0"))
		l.SetTimeout(time.Millisecond, say("1"))
		l.SetTimeout(-5*time.Millisecond, say("-5"))
		busy(10)
	})
}
