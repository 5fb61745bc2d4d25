package emitter_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEventNames(t *testing.T) {
	transcript.Run(t, "event_names", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		f := func() {}
		log(names(e))
		e.On("b", f)
		e.On(events.ErrorMonitor, f)
		e.On("a", f)
		e.Once("c", f)
		e.On("b", f)
		log(names(e))
		e.Off("b", f)
		log(names(e))
		e.Off("b", f)
		log(names(e))
		e.On("b", f)
		log(names(e))
		e.Emit("c")
		log(names(e))
		for i := range 40 {
			e.On(fmt.Sprint("n", i), f)
		}
		for i := 0; i < 40; i += 2 {
			e.Off(fmt.Sprint("n", i), f)
		}
		e.On("n0", f)
		log(names(e))
		e.RemoveAllListeners("a")
		log(names(e))
		e.RemoveAllListeners()
		log(names(e))
	})
}
