package ticks_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestInterval(t *testing.T) {
	transcript.Run(t, "interval", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		self := x.Track("self")
		n, m := 0, 0
		var own *loop.Timer
		own = l.SetInterval(10*time.Millisecond, func() {
			n++
			self("own", n)
			if n == 3 {
				l.ClearInterval(own)
			}
		})
		other := l.SetInterval(100*time.Millisecond, func() { m++; log("other", m) })
		l.SetTimeout(250*time.Millisecond, func() { log("clear"); l.ClearTimeout(other) })
	})
}
