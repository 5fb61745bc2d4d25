package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestSameListenerTwice(t *testing.T) {
	transcript.Run(t, "same_listener_twice", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		f := func() { log("f") }
		g := func() { log("g") }
		e.On("x", f).On("x", g).On("x", f).AddListener("x", f)
		log(e.ListenerCount("x"), e.ListenerCount("x", f))
		e.Emit("x")
		e.Off("x", f).RemoveListener("x", f)
		log("two less", e.ListenerCount("x", f))
		e.Emit("x")
		e.Off("x", f)
		e.Off("x", f)
		log("none", e.ListenerCount("x", f), e.Emit("x"))
	})
}
