package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEmitResult(t *testing.T) {
	transcript.Run(t, "emit_result", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		log(e.Emit("x"), e.Emit(""), e.Emit("newListener"))
		e.On("x", func() bool { return false })
		log(e.Emit("x"))
		e.On("", func() { log("the empty name") })
		log(e.Emit(""))
		e.On("args", func(a, b string) { log("two", a, b) })
		e.On("args", func(all ...any) { log("all", len(all)) })
		e.On("args", func() { log("none") })
		log(e.Emit("args", "a", "b"), e.Emit("args", "a", "b", "c"))
		e.Once("gone", func() {})
		log(e.Emit("gone"), e.Emit("gone"))
	})
}
