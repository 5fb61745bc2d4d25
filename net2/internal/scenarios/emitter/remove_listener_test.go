package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRemoveListener(t *testing.T) {
	transcript.Run(t, "remove_listener", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		f := func() { log("f") }
		g := func() { log("g") }
		isF := func(fn any) bool {
			_, wrapper := fn.(*events.OnceWrapper)
			return !wrapper && events.New().On("f", fn).ListenerCount("f", f) == 1
		}
		e.On("removeListener", func(name string, fn any) { log("removed", name, isF(fn), e.ListenerCount(name)) })
		e.On("a", f)
		e.On("a", g)
		e.Off("a", f)
		e.Off("a", f)
		e.Off("a", g)
		e.Off("nothing", f)
		e.Once("b", f)
		e.Emit("b")
		e.Once("c", f)
		e.On("c", g)
		e.Emit("c")
		e.Once("c", f)
		e.Off("c", f)
		e.Once("d", f)
		e.Off("d", e.RawListeners("d")[0])
	})
}
