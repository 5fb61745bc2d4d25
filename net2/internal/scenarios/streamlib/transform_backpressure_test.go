package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformBackpressure(t *testing.T) {
	transcript.Run(t, "transform_backpressure", func(x *transcript.T) {
		log := x.Track("transform")
		s := stream.NewTransform(stream.TransformOptions{
			Loop: x.Loop, ReadableHighWaterMark: 4, WritableHighWaterMark: 6,
			TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) {
				log("transform", b)
				cb(nil, b)
			},
		})
		log("marks", s.ReadableHighWaterMark(), s.WritableHighWaterMark())
		s.On("drain", func() { log("drain", s.WritableLength(), s.ReadableLength()) })
		on(log, s, []string{"finish", "end"})
		for _, c := range []string{"aa", "bb", "cc", "dd", "ee"} {
			log("write", c, s.Write(c, plain(log, "written", c)), s.WritableLength(), s.ReadableLength(), s.WritableNeedDrain())
		}
		x.Loop.SetImmediate(func() {
			log("held", s.WritableLength(), s.ReadableLength())
			log("read", s.Read(3))
			log("after", s.WritableLength(), s.ReadableLength())
			x.Loop.SetImmediate(func() {
				log("later", s.WritableLength(), s.ReadableLength())
				s.End()
				data(log, s)
			})
		})
	})
}
