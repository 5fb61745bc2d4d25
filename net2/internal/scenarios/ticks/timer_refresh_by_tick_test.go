package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestTimerRefreshByTick(t *testing.T) {
	transcript.Run(t, "timer_refresh_by_tick", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		var b, c *loop.Timer
		l.SetTimeout(20*time.Millisecond, func() {
			log("a")
			l.NextTick(func() { log("tick"); b.Refresh(); c.Refresh() })
		})
		b = l.SetTimeout(20*time.Millisecond, say("b"))
		c = l.SetTimeout(20*time.Millisecond, say("c"))
		l.SetTimeout(25*time.Millisecond, say("d"))
		busy(30)
	})
}
