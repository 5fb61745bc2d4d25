package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestIntervalStart(t *testing.T) {
	transcript.Run(t, "interval_start", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		n := 0
		var t *loop.Timer
		t = l.SetInterval(100*time.Millisecond, func() {
			n++
			log("interval", n)
			if n == 3 {
				l.ClearInterval(t)
				return
			}
			l.SetTimeout(90*time.Millisecond, say("timeout before"))
			busy(60)
			l.SetTimeout(90*time.Millisecond, say("timeout after"))
		})
	})
}
