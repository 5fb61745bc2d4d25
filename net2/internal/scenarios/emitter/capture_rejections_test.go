package emitter_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCaptureRejections(t *testing.T) {
	transcript.Run(t, "capture_rejections", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New(events.Options{CaptureRejections: true, Loop: x.Loop})
		e.On("error", func(err error) { log("error", err) })
		e.On("x", func(v string) error { log("first", v); return errors.New("no " + v) })
		e.On("x", func(v string) { log("second", v) })
		e.On("fine", func() error { return nil })
		x.Loop.NextTick(func() { log("tick") })
		log(e.Emit("x", "one"))
		log(e.Emit("fine"))
		log("end of main")
		e.Once("y", func() error { return errors.New("once") })
		e.Emit("y")
	})
}
