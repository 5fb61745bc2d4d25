package emitter_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRejectionHandler(t *testing.T) {
	transcript.Run(t, "rejection_handler", func(x *transcript.T) {
		log := x.Track("e")
		x.Loop.OnUncaught(func(v any) { log("uncaught", v) })
		h := events.New(events.Options{
			CaptureRejections: true,
			Loop:              x.Loop,
			OnRejection: func(_ any, err error, event string, args ...any) {
				log(append([]any{"handler", err, event}, args...)...)
			},
		})
		h.On("error", func(err error) { log("error", err) })
		h.On("x", func() error { return errors.New("handled") })
		h.Emit("x", "a", 1)
		e := events.New(events.Options{Loop: x.Loop})
		e.On("x", func() error { return errors.New("not captured") })
		e.On("x", func() { log("next listener") })
		log(e.Emit("x"))
		x.Loop.SetImmediate(func() {
			c := events.New(events.Options{CaptureRejections: true, Loop: x.Loop})
			c.On("error", func(err error) error { log("error", err); return errors.New("from the error listener") })
			c.On("x", func() error { return errors.New("first") })
			c.Emit("x")
			x.Loop.SetImmediate(func() {
				n := events.New(events.Options{CaptureRejections: true, Loop: x.Loop})
				n.On("x", func() error { return errors.New("nobody listens") })
				n.Emit("x")
			})
		})
	})
}
