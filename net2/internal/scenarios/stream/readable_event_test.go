package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestReadableEvent(t *testing.T) {
	transcript.Run(t, "readable_event", func(x *transcript.T) {
		log := x.Track("r")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop,
			Read: func(r *stream.Readable, _ int) { log("_read", r.ReadableLength()) }})
		watch(log, r, "end", "close", "resume")
		r.On("readable", func() {
			log("readable", r.ReadableLength())
			for c := r.Read(); c != nil; c = r.Read() {
				log("read", c, r.ReadableLength())
			}
		})
		log(r.ReadableFlowing().String(), r.IsPaused())
		r.Resume()
		log(r.ReadableFlowing().String(), r.IsPaused())
		r.Push("one")
		r.Push("two")
		x.Loop.SetImmediate(func() {
			log("immediate")
			r.Push("three")
			x.Loop.SetImmediate(func() {
				r.Push("four")
				r.Push(nil)
				log("pushed")
			})
		})
	})
}
