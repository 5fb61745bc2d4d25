package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMainOrder(t *testing.T) {
	transcript.Run(t, "main_order", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.SetImmediate(say("immediate"))
		l.SetTimeout(time.Millisecond, say("timeout"))
		l.QueueMicrotask(say("microtask"))
		l.NextTick(say("tick"))
		l.NextTick(say("second tick"))
		busy(5)
		log("main")
	})
}
