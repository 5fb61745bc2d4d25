package streamlib_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTakeLeaves(t *testing.T) {
	transcript.Run(t, "take_leaves", func(x *transcript.T) {
		for limit := range 4 {
			log := x.Track(fmt.Sprint("take ", limit))
			next := 0
			r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, ObjectMode: true, HighWaterMark: 1,
				Read: func(r *stream.Readable, _ int) {
					if next == 2 {
						r.Push(nil)
						return
					}
					next++
					r.Push(next - 1)
				}})
			on(log, r, []string{"close"})
			some := stream.Take(stream.Iterate[int](r), limit)
			taken := ""
			x.Loop.Work(func() {
				_ = stream.ForEach(some, func(v int) {
					if taken != "" {
						taken += ","
					}
					taken += fmt.Sprint(v)
				})
			}, func() {
				x.Loop.SetImmediate(func() { x.Track(fmt.Sprint(limit, " taken"))(taken, r.Destroyed()) })
			})
		}
	})
}
