package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerMeasuredOnce(t *testing.T) {
	transcript.Run(t, "timer_measured_once", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.SetImmediate(say("immediate"))
		l.SetTimeout(5*time.Millisecond, func() { log("first"); busy(250) })
		l.SetTimeout(200*time.Millisecond, say("second"))
		busy(10)
	})
}
