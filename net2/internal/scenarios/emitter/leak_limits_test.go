package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLeakLimits(t *testing.T) {
	transcript.Run(t, "leak_limits", func(x *transcript.T) {
		log := x.Track("e")
		events.SetWarningHandler(func(w events.Warning) { log("warning", w.Message) })
		x.Cleanup(func() { events.SetWarningHandler(nil) })
		x.Cleanup(func() { events.SetDefaultMaxListeners(10) })
		f := func() {}
		e := events.New(events.Options{Loop: x.Loop})
		log(events.DefaultMaxListeners(), e.GetMaxListeners())
		log(e.SetMaxListeners(1) == e, e.GetMaxListeners())
		add := func(n int) {
			for range n {
				e.On("x", f)
			}
		}
		drop := func(n int) {
			for range n {
				e.Off("x", f)
			}
		}
		add(3)
		drop(1)
		add(1)
		log("same warning")
		drop(2)
		add(1)
		log("warned again")
		e.SetMaxListeners(0)
		e.RemoveAllListeners()
		add(30)
		log("no limit", e.GetMaxListeners())
		log(thrown(func() { e.SetMaxListeners(-1) }))
		log(thrown(func() { e.SetMaxListeners(-5000000000) }))
		log(thrown(func() { events.SetDefaultMaxListeners(-1) }))
		log(thrown(func() { events.SetMaxListeners(-1, e) }))
		events.SetMaxListeners(5, e)
		log(e.GetMaxListeners(), events.GetMaxListeners(e))
		d := events.New()
		events.SetMaxListeners(2)
		log(d.GetMaxListeners(), events.DefaultMaxListeners(), e.GetMaxListeners())
		events.SetDefaultMaxListeners(10)
		log(d.GetMaxListeners())
	})
}
