package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerLists(t *testing.T) {
	transcript.Run(t, "timer_lists", func(x *transcript.T) {
		l, say := x.Loop, sayer(x.Track("loop"))
		l.SetTimeout(30*time.Millisecond, say("a of 30, due at 30"))
		busy(10)
		l.SetTimeout(25*time.Millisecond, say("b of 25, due at 35"))
		l.SetTimeout(30*time.Millisecond, say("c of 30, due at 40"))
		busy(60)
	})
}
