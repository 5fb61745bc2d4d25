package streamlib_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestComposeBackpressure(t *testing.T) {
	transcript.Run(t, "compose_backpressure", func(x *transcript.T) {
		log := x.Track("composed")
		small := func() *stream.PassThrough {
			return stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop, HighWaterMark: 3})
		}
		d := stream.Compose(small(), small())
		accepted := 0
		for range 8 {
			d.Write("ab", func(error) { accepted++; log("written", accepted) })
		}
		log("main", d.WritableLength(), d.WritableNeedDrain())
		x.Loop.SetTimeout(2*time.Millisecond, func() {
			log("stalled", accepted, d.WritableLength())
			data(log, d)
			on(log, d, []string{"end"})
			d.End()
		})
	})
}
