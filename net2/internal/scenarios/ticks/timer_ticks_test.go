package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerTicks(t *testing.T) {
	transcript.Run(t, "timer_ticks", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		for _, timer := range []struct {
			name string
			ms   time.Duration
		}{{"a", 1}, {"b", 1}, {"c", 2}} {
			l.SetTimeout(timer.ms*time.Millisecond, func() {
				log(timer.name)
				l.QueueMicrotask(func() { log(timer.name, "microtask") })
				l.NextTick(func() { log(timer.name, "tick") })
			})
		}
		busy(10)
	})
}
