package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPrepend(t *testing.T) {
	transcript.Run(t, "prepend", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		e.On("x", func() { log("on") })
		e.PrependListener("x", func() { log("prepended") })
		e.PrependOnceListener("x", func() { log("prepended once") })
		e.Once("x", func() { log("once") })
		e.PrependListener("x", func() { log("first") })
		e.Emit("x")
		log("second time")
		e.Emit("x")
		e.PrependListener("y", func() { log("y"); e.PrependListener("y", func() { log("y before") }) })
		e.Emit("y")
		e.Emit("y")
	})
}
