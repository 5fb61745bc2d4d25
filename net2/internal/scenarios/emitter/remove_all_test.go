package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRemoveAll(t *testing.T) {
	transcript.Run(t, "remove_all", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		known := events.New()
		make := func(name string) func() {
			fn := func() { _ = name }
			known.On(name, fn)
			return fn
		}
		who := func(fn any) string {
			for _, name := range known.EventNames() {
				if known.ListenerCount(name, fn) == 1 {
					return name
				}
			}
			return "other"
		}
		e.On("b", make("b1"))
		e.On("removeListener", func(event string, fn any) { log("removed", event, who(fn), e.ListenerCount(event)) })
		e.On("a", make("a1"))
		e.On("a", make("a2"))
		e.Once("a", make("a3"))
		e.On("b", make("b2"))
		second := func() { log("second") }
		known.On("r", second)
		e.On("removeListener", second)
		e.RemoveAllListeners("b")
		e.On("b", make("b3"))
		log("all", e.RemoveAllListeners() == e, len(e.EventNames()))
		e.On("c", func() {})
		e.RemoveAllListeners("nothing")
		log(names(e))
		e.RemoveAllListeners("c")
		log(e.Emit("c"))
	})
}
