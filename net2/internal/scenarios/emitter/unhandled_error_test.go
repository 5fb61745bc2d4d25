package emitter_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnhandledError(t *testing.T) {
	transcript.Run(t, "unhandled_error", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		boom := errors.New("boom")
		got := thrown(func() { e.Emit("error", boom, "more") })
		log("thrown", got, got == boom)
		e.On("error", func(err error, more string) { log("listener", err, more) })
		log(e.Emit("error", boom, "more"))
		e.RemoveAllListeners("error")
		log("again", thrown(func() { e.Emit("error", boom) }))
		e.Once("error", func(err error) { log("once", err) })
		log(e.Emit("error", boom))
		log("after once", thrown(func() { e.Emit("error", boom) }))
	})
}
