package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestOnceBeforeCall(t *testing.T) {
	transcript.Run(t, "once_before_call", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		e.Once("x", func(n int) {
			log("once", n, e.ListenerCount("x"))
			if n < 3 {
				e.Emit("x", n+1)
			}
		})
		e.On("x", func(n int) { log("on", n) })
		e.Emit("x", 1)
		e.Emit("x", 4)
		var again func(n int)
		again = func(n int) {
			log("again", n)
			if n < 2 {
				e.Once("y", again)
			}
		}
		e.Once("y", again)
		log(e.Emit("y", 1), e.Emit("y", 2), e.Emit("y", 3))
		never := func() { log("never") }
		e.Once("z", never)
		e.Off("z", never)
		log(e.Emit("z"))
		doomed := func() { log("doomed") }
		e.On("w", func() { e.Off("w", doomed) })
		e.Once("w", doomed)
		e.Emit("w")
		log(e.ListenerCount("w"))
	})
}
