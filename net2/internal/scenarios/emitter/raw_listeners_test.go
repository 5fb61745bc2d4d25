package emitter_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRawListeners(t *testing.T) {
	transcript.Run(t, "raw_listeners", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		f := func(v string) { log("f", v) }
		e.On("x", f)
		e.Once("x", f)
		bare := func(list []any) string {
			var all []string
			for _, l := range list {
				_, is := l.(func(string))
				all = append(all, fmt.Sprint(is))
			}
			return strings.Join(all, ",")
		}
		log(bare(e.RawListeners("x")), bare(e.Listeners("x")))
		wrapper := e.RawListeners("x")[1].(*events.OnceWrapper)
		_, is := wrapper.Listener().(func(string))
		log(is, e.ListenerCount("x"), e.ListenerCount("x", f), e.ListenerCount("x", func() {}))
		wrapper.Call("direct")
		log(e.ListenerCount("x"))
		wrapper.Call("again")
		e.Emit("x", "emitted")
		e.Once("y", f)
		e.Off("y", e.RawListeners("y")[0])
		log(e.ListenerCount("y"), len(e.RawListeners("y")), len(e.Listeners("nothing")))
		list := e.Listeners("x")
		list[0] = func() { log("not there") }
		log(e.Emit("x", "copy"))
	})
}
