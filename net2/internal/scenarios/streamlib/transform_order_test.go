package streamlib_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformOrder(t *testing.T) {
	transcript.Run(t, "transform_order", func(x *transcript.T) {
		log := x.Track("transform")
		s := stream.NewTransform(stream.TransformOptions{
			Loop: x.Loop,
			Transform: func(_ *stream.Transform, chunk any, encoding string, cb func(error, any)) {
				log("transform", chunk, encoding)
				cb(nil, strings.ToUpper(string(chunk.([]byte))))
			},
			Flush: func(_ *stream.Transform, cb func(error, any)) {
				log("flush")
				cb(nil, "tail")
			},
		})
		on(log, s, []string{"prefinish", "finish", "end", "close", "pipe", "resume"})
		data(log, s)
		log("write", s.Write("one", plain(log, "one written")))
		log("write", s.Write([]byte("two"), plain(log, "two written")))
		s.End("three", func() { log("end callback") })
		log("main over", s.WritableLength(), s.ReadableLength())
		x.Loop.NextTick(func() { log("tick") })
		x.Loop.SetImmediate(func() { log("immediate", s.Destroyed(), s.ReadableEnded(), s.WritableFinished()) })
	})
}
