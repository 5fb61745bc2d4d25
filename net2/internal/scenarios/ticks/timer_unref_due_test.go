package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerUnrefDue(t *testing.T) {
	transcript.Run(t, "timer_unref_due", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.SetImmediate(func() {
			l.SetTimeout(time.Millisecond, say("due")).Unref()
			l.SetTimeout(10*time.Second, say("not due")).Unref()
			log("immediate")
			busy(10)
		})
	})
}
