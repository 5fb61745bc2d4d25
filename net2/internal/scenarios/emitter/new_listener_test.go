package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestNewListener(t *testing.T) {
	transcript.Run(t, "new_listener", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		f := func() { log("f") }
		same := func(fn any) bool { return events.New().On("f", fn).ListenerCount("f", f) == 1 }
		e.On("newListener", func(name string, fn any) { log("new", name, same(fn), e.ListenerCount(name)) })
		e.On("a", f)
		e.Once("a", f)
		e.PrependListener("b", func() {})
		e.On("newListener", func() {})
		e.RemoveAllListeners("newListener")
		e.On("c", f)
		e.Once("newListener", func(name string) {
			if name == "q" {
				e.On("q", func() { log("from newListener") })
			}
		})
		e.On("q", func() { log("asked for") })
		e.Emit("q")
	})
}
