package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerOrder(t *testing.T) {
	transcript.Run(t, "timer_order", func(x *transcript.T) {
		l, say := x.Loop, sayer(x.Track("loop"))
		l.SetTimeout(100*time.Millisecond, say("100 first"))
		l.SetTimeout(10*time.Millisecond, say("10 first"))
		l.SetTimeout(100*time.Millisecond, say("100 second"))
		l.SetTimeout(10*time.Millisecond, say("10 second"))
		busy(120)
	})
}
