package stream_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestFlowingData(t *testing.T) {
	transcript.Run(t, "flowing_data", func(x *transcript.T) {
		log := x.Track("r")
		n := 0
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: 4,
			Read: func(r *stream.Readable, size int) {
				log("_read", size, r.ReadableLength())
				n++
				if n > 5 {
					log("pushed null", r.Push(nil))
				} else {
					log("pushed", r.Push(fmt.Sprint("chunk", n)))
				}
			}})
		watch(log, r, "data", "end", "close", "resume", "pause")
		log(r.ReadableFlowing().String(), r.ReadableDidRead(), r.Readable())
		x.Loop.NextTick(func() { log("tick", r.ReadableFlowing().String(), r.ReadableDidRead()) })
		x.Loop.SetImmediate(func() {
			log("immediate", r.ReadableEnded(), r.Destroyed(), r.Closed(), r.Readable(), r.ReadableAborted())
		})
	})
}
