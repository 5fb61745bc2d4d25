package ticks_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

func TestUncaughtInterval(t *testing.T) {
	transcript.Run(t, "uncaught_interval", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		l.OnUncaught(func(v any) { log("uncaught", v) })
		n := 0
		var t *loop.Timer
		t = l.SetInterval(2*time.Millisecond, func() {
			n++
			log("interval", n)
			if n == 3 {
				l.ClearInterval(t)
			}
			panic(fmt.Errorf("of %d", n))
		})
	})
}
