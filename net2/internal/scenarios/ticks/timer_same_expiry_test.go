package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerSameExpiry(t *testing.T) {
	transcript.Run(t, "timer_same_expiry", func(x *transcript.T) {
		l, say := x.Loop, sayer(x.Track("loop"))
		l.SetTimeout(20*time.Millisecond, say("20 first"))
		l.SetTimeout(10*time.Millisecond, say("10 first"))
		l.SetTimeout(20*time.Millisecond, say("20 second"))
		l.SetTimeout(10*time.Millisecond, say("10 second"))
		busy(40)
	})
}
