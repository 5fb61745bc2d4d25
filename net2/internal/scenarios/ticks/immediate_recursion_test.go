package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestImmediateRecursion(t *testing.T) {
	transcript.Run(t, "immediate_recursion", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		over, io := false, false
		l.SetTimeout(20*time.Millisecond, func() { log("timeout"); over = true })
		l.Work(func() {}, func() { io = true })
		var again func()
		again = func() {
			if !over || !io {
				l.SetImmediate(again)
			} else {
				log("over")
			}
		}
		again()
	})
}
