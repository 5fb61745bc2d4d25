package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestStreamShape(t *testing.T) {
	transcript.Run(t, "stream_shape", func(x *transcript.T) {
		log := x.Track("e")
		duplex := events.Options{Shape: []string{"close", "error", "prefinish", "finish", "drain", "data", "end", "readable"}}
		f := func() {}
		e := events.New(duplex)
		e.RemoveAllListeners()
		d := events.New(duplex)
		d.On("removeListener", func(event string) { log("removed", event, d.ListenerCount(event)) })
		d.On("end", f)
		d.On("extra", f)
		d.On("close", f)
		d.On("drain", f)
		d.On("close", f)
		log(names(d))
		d.Off("drain", f)
		d.Off("extra", f)
		d.Off("close", f)
		d.On("more", f)
		d.On("extra", f)
		log(names(d))
		e.On("removeListener", func(event string) { log("removed after all", event) })
		e.On("end", f)
		e.On("close", f)
		e.Off("close", f)
		log(names(e))
	})
}
