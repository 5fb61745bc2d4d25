package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestTimerClearList(t *testing.T) {
	transcript.Run(t, "timer_clear_list", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		n := 0
		var next func()
		next = func() {
			var t *loop.Timer
			t = l.SetTimeout(3*time.Millisecond, func() {
				n++
				log("run", n)
				l.ClearTimeout(t)
				if n < 3 {
					next()
				}
				l.SetImmediate(say("immediate"))
			})
		}
		next()
	})
}
