package ticks_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestImmediateClear(t *testing.T) {
	transcript.Run(t, "immediate_clear", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		var a, b, c *loop.Immediate
		a = l.SetImmediate(func() {
			log("a", a.HasRef())
			l.ClearImmediate(b)
			l.NextTick(func() { l.ClearImmediate(c) })
		})
		b = l.SetImmediate(say("b"))
		c = l.SetImmediate(say("c"))
		d := l.SetImmediate(say("d"))
		l.ClearImmediate(d)
		l.ClearImmediate(d)
		l.ClearImmediate(nil)
		l.SetImmediate(func() { l.ClearImmediate(a); log("e", a.Ref().HasRef(), b.HasRef(), c.HasRef()) })
	})
}
