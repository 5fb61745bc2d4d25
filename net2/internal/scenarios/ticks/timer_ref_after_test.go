package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerRefAfter(t *testing.T) {
	transcript.Run(t, "timer_ref_after", func(x *transcript.T) {
		l, say := x.Loop, sayer(x.Track("loop"))
		u := l.SetTimeout(5*time.Millisecond, say("fired unref")).Unref()
		t := l.SetTimeout(5*time.Millisecond, say("fired"))
		l.SetTimeout(50*time.Millisecond, func() { u.Refresh(); t.Refresh() })
		l.SetTimeout(100*time.Millisecond, func() { t.Unref().Refresh() })
		x.AtExit(say("exit"))
	})
}
