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
		var own *loop.Timer
		own = l.SetTimeout(10*time.Millisecond, func() {
			n++
			log("own", n)
			if n < 3 {
				own.Refresh()
			}
		})
		moved := l.SetTimeout(30*time.Millisecond, say("moved"))
		l.SetTimeout(20*time.Millisecond, func() { log("at 20"); moved.Refresh() })
		l.SetTimeout(40*time.Millisecond, say("at 40"))
		again := l.SetTimeout(60*time.Millisecond, say("again"))
		l.SetTimeout(70*time.Millisecond, func() { again.Refresh() })
		cleared := l.SetTimeout(10*time.Millisecond, say("never"))
		l.ClearTimeout(cleared)
		cleared.Refresh()
		x.AtExit(say("exit"))
	})
}
