package stream_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

// A class that has an end() of its own is ended by it.
func TestEndOfItsOwn(t *testing.T) {
	transcript.Run(t, "end_of_its_own", func(x *transcript.T) {
		for _, when := range []string{"at once", "later", "never", "ended before"} {
			endOfItsOwn(x, when)
		}
	})
}

func endOfItsOwn(x *transcript.T, when string) {
	log := x.Track(when)
	end := func(d *stream.Duplex) {
		log("own end", 0, d.WritableEnded())
		switch when {
		case "later":
			x.Loop.SetImmediate(func() { d.End("bye") })
		case "never":
		default:
			d.End("bye")
		}
	}
	d := stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop, NoAllowHalfOpen: true, AutoEnd: end,
		Read: func(*stream.Duplex, int) {},
		Write: func(_ *stream.Duplex, chunk any, _ string, cb func(error)) {
			log("write", string(chunk.([]byte)))
			cb(nil)
		}})
	for _, e := range []string{"end", "finish", "close"} {
		d.On(e, func() { log(e, d.WritableEnded(), d.Destroyed()) })
	}
	if when == "ended before" {
		end(d)
	}
	d.On("end", func() { x.Loop.NextTick(func() { log("tick", d.WritableEnded()) }) })
	d.Resume()
	d.Push(nil)
	x.Loop.SetImmediate(func() {
		x.Loop.SetTimeout(5*time.Millisecond, func() { log("over", d.WritableEnded(), d.Destroyed()) })
	})
}
