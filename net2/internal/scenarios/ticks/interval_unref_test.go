package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestIntervalUnref(t *testing.T) {
	transcript.Run(t, "interval_unref", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		n := 0
		l.SetInterval(10*time.Millisecond, func() {
			if n++; n < 3 {
				log("interval", n)
			}
		}).Unref()
		l.SetTimeout(150*time.Millisecond, say("end"))
	})
}
