package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerRefAfter(t *testing.T) {
	transcript.Run(t, "timer_ref_after", func(x *transcript.T) {
		l, say := x.Loop, sayer(x.Track("loop"))
		t := l.SetTimeout(5*time.Millisecond, say("fired"))
		u := l.SetTimeout(5*time.Millisecond, say("fired unref")).Unref()
		l.SetTimeout(20*time.Millisecond, func() { t.Refresh(); u.Refresh(); u.Unref() })
		x.AtExit(say("exit"))
	})
}
