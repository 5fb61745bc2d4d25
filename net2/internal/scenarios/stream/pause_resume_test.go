package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPauseResume(t *testing.T) {
	transcript.Run(t, "pause_resume", func(x *transcript.T) {
		log := x.Track("r")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) { log("_read") }})
		state := func(where string) { log(where, r.ReadableFlowing().String(), r.IsPaused(), r.ReadableLength()) }
		watch(log, r, "end", "close", "resume", "pause")
		state("new")
		r.Pause()
		state("paused")
		r.On("data", func(c []byte) {
			log("data", c)
			if string(c) == "b" {
				r.Pause()
				state("paused in data")
			}
		})
		state("data listener")
		r.Push("a")
		r.Push("b")
		r.Push("c")
		x.Loop.SetImmediate(func() {
			state("later")
			r.Resume()
			state("resumed")
			r.Resume()
			x.Loop.SetImmediate(func() {
				state("later")
				r.Resume()
				r.Pause()
				state("resumed and paused")
				x.Loop.NextTick(func() {
					state("tick")
					r.Resume()
					r.Push("d")
					r.Push(nil)
					state("pushed")
					x.Loop.SetImmediate(func() { state("over") })
				})
			})
		})
	})
}
