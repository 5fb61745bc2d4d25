package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestTimerClear(t *testing.T) {
	transcript.Run(t, "timer_clear", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		var later []*loop.Timer
		l.SetTimeout(5*time.Millisecond, func() {
			log("a")
			l.ClearTimeout(later[0])
			l.NextTick(func() { log("tick"); l.ClearTimeout(later[1]) })
		})
		later = append(later, l.SetTimeout(5*time.Millisecond, say("cleared by a")))
		later = append(later, l.SetTimeout(5*time.Millisecond, say("cleared by a tick")))
		var own *loop.Timer
		own = l.SetTimeout(5*time.Millisecond, func() {
			log("clears itself")
			l.ClearTimeout(own)
			l.ClearTimeout(own)
			own.Refresh()
		})
		fired := l.SetTimeout(5*time.Millisecond, say("fired"))
		l.SetTimeout(6*time.Millisecond, func() { l.ClearTimeout(fired); l.ClearTimeout(nil); log("end") })
		busy(10)
	})
}
