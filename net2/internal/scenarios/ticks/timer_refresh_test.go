package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestTimerRefresh(t *testing.T) {
	transcript.Run(t, "timer_refresh", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		n := 0
		self := x.Track("self")
		var own *loop.Timer
		own = l.SetTimeout(10*time.Millisecond, func() {
			n++
			self("own", n)
			if n < 3 {
				own.Refresh()
			}
		})
		moved := l.SetTimeout(120*time.Millisecond, say("moved"))
		l.SetTimeout(80*time.Millisecond, func() { log("at 80"); moved.Refresh() })
		l.SetTimeout(160*time.Millisecond, say("at 160"))
		late := x.Track("late")
		again := l.SetTimeout(20*time.Millisecond, func() { late("again") })
		l.SetTimeout(100*time.Millisecond, func() { late("refresh"); again.Refresh() })
		cleared := l.SetTimeout(10*time.Millisecond, say("never"))
		l.ClearTimeout(cleared)
		cleared.Refresh()
	})
}
