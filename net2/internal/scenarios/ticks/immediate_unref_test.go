package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestImmediateUnref(t *testing.T) {
	transcript.Run(t, "immediate_unref", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		start := time.Now()
		im := l.SetImmediate(func() { log("immediate", time.Since(start) > 50*time.Millisecond) })
		log(im.HasRef(), im.Unref().HasRef(), im.Unref().Ref().HasRef(), im.Unref().HasRef())
		l.SetTimeout(80*time.Millisecond, func() {
			log("timeout")
			l.SetImmediate(say("immediate again")).Unref()
		})
		l.SetTimeout(120*time.Millisecond, say("late"))
	})
}
