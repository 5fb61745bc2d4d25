package ticks_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUncaughtTick(t *testing.T) {
	transcript.Run(t, "uncaught_tick", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v); l.NextTick(say("tick of the handler")) })
		l.NextTick(func() { log("a"); panic(errors.New("a")) })
		l.NextTick(say("b"))
		l.QueueMicrotask(say("microtask"))
		l.SetTimeout(time.Millisecond, say("timeout"))
		l.SetTimeout(time.Millisecond, say("timeout 2"))
		l.SetImmediate(say("immediate"))
		busy(5)
	})
}
