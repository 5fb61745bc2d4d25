package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestLateData(t *testing.T) {
	transcript.Run(t, "late_data", func(x *transcript.T) {
		log := x.Track("r")
		n := 0
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: 6,
			Read: func(r *stream.Readable, _ int) {
				log("_read")
				if n++; n < 4 {
					r.Push("part" + string(rune('0'+n)))
				} else {
					r.Push(nil)
				}
			}})
		watch(log, r, "end")
		r.On("readable", func() { log("never mind") })
		r.RemoveAllListeners("readable")
		x.Loop.SetImmediate(func() {
			log("before", r.ReadableLength(), r.ReadableFlowing().String())
			r.Read(0)
			log("read 0", r.ReadableLength())
			x.Loop.SetImmediate(func() {
				log("filled", r.ReadableLength(), r.ReadableFlowing().String())
				watch(log, r, "data")
				log("listening", r.ReadableFlowing().String())
			})
		})
	})
}
