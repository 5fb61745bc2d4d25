package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimerRef(t *testing.T) {
	transcript.Run(t, "timer_ref", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		t := l.SetTimeout(10*time.Millisecond, say("ref"))
		log(t.HasRef(), t.Unref().HasRef(), t.Unref().Ref().HasRef())
		l.SetTimeout(10*time.Second, say("never")).Unref()
		l.SetInterval(10*time.Second, say("never")).Unref()
		twice := l.SetTimeout(10*time.Second, say("never"))
		twice.Unref()
		twice.Unref()
		x.AtExit(func() { log("exit", t.HasRef(), twice.HasRef()) })
	})
}
