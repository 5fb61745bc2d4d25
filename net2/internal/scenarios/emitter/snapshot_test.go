package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestSnapshot(t *testing.T) {
	transcript.Run(t, "snapshot", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		late := func() { log("late") }
		gone := func() { log("gone") }
		e.On("x", func() { log("first"); e.On("x", late); e.Off("x", gone) })
		e.On("x", gone)
		e.On("x", func() { log("last") })
		e.Emit("x")
		log("second time")
		e.Emit("x")
		log("cleared meanwhile")
		e.PrependListener("x", func() { e.RemoveAllListeners() })
		e.Emit("x")
		log("after", e.Emit("x"))
	})
}
