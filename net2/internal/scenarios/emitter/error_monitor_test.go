package emitter_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestErrorMonitor(t *testing.T) {
	transcript.Run(t, "error_monitor", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		e.On(events.ErrorMonitor, func(err error, n int) { log("monitor", err, n) })
		log("thrown", thrown(func() { e.Emit("error", errors.New("one"), 1) }))
		e.On("error", func(err error) { log("listener", err) })
		log(e.Emit("error", errors.New("two"), 2))
		log(e.Emit(events.ErrorMonitor, errors.New("itself"), 3))
		log(e.Emit("other", 4))
		e.Once(events.ErrorMonitor, func() { log("monitor clears"); e.RemoveAllListeners("error") })
		log("thrown", thrown(func() { e.Emit("error", errors.New("three"), 5) }))
		log(e.ListenerCount(events.ErrorMonitor), len(e.EventNames()))
	})
}
