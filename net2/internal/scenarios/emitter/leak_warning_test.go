package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLeakWarning(t *testing.T) {
	transcript.Run(t, "leak_warning", func(x *transcript.T) {
		log := x.Track("e")
		warnings(x, log)
		e := events.New(events.Options{Loop: x.Loop})
		x.Loop.NextTick(func() { log("tick before") })
		for range 13 {
			e.On("x", func() {})
		}
		x.Loop.NextTick(func() { log("tick after") })
		log("main", e.ListenerCount("x"), e.Emit("x"))
		for range 12 {
			e.Once("y", func() {})
		}
		for range 12 {
			e.PrependListener("z", func() {})
		}
		g := events.New(events.Options{Loop: x.Loop, Class: "Gate"})
		for range 12 {
			g.On("x", func() {})
		}
	})
}
