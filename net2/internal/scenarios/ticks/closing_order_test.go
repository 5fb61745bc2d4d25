package ticks_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestClosingOrder(t *testing.T) {
	transcript.Run(t, "closing_order", func(x *transcript.T) {
		l, log := x.Loop, x.Track("loop")
		say := sayer(log)
		l.OnUncaught(func(v any) { log("uncaught", v) })
		l.Post(func() {
			for i := range 4 {
				l.Closing(func() {
					log("close", i)
					l.NextTick(func() { log("tick", i) })
					if i == 0 {
						l.SetImmediate(say("immediate"))
					}
					if i == 2 {
						panic(errors.New("of 2"))
					}
				})
			}
			l.SetImmediate(say("immediate of the same turn"))
		})
	})
}
