package emitter_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestThrowingListener(t *testing.T) {
	transcript.Run(t, "throwing_listener", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		e.On("x", func() { log("before") })
		e.Once("x", func() { panic(errors.New("boom")) })
		e.On("x", func() { log("after") })
		log("thrown", thrown(func() { e.Emit("x") }))
		log(e.Emit("x"))
		e.Once("newListener", func() { panic(errors.New("not added")) })
		log("thrown", thrown(func() { e.On("y", func() {}) }), e.ListenerCount("y"))
		e.Once("removeListener", func() { panic(errors.New("removed all the same")) })
		f := func() {}
		e.On("z", f)
		log("thrown", thrown(func() { e.Off("z", f) }), e.ListenerCount("z"))
	})
}
