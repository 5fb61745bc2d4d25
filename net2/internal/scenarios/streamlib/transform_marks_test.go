package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformMarks(t *testing.T) {
	transcript.Run(t, "transform_marks", func(x *transcript.T) {
		log := x.Track("marks")
		show := func(name string, o stream.TransformOptions) {
			o.Loop = x.Loop
			s := stream.NewPassThrough(o)
			log(name, s.ReadableHighWaterMark(), s.WritableHighWaterMark())
		}
		const none = stream.ZeroHighWaterMark
		show("none", stream.TransformOptions{})
		show("both", stream.TransformOptions{HighWaterMark: 7})
		show("split", stream.TransformOptions{ReadableHighWaterMark: 3, WritableHighWaterMark: 5})
		show("readable", stream.TransformOptions{ReadableHighWaterMark: 3})
		show("writable", stream.TransformOptions{WritableHighWaterMark: 5})
		show("over", stream.TransformOptions{HighWaterMark: 7, ReadableHighWaterMark: 3, WritableHighWaterMark: 5})
		show("zero", stream.TransformOptions{HighWaterMark: none})
		show("zero readable", stream.TransformOptions{ReadableHighWaterMark: none})
		show("zero readable, some writable", stream.TransformOptions{ReadableHighWaterMark: none, WritableHighWaterMark: 5})
		show("objects", stream.TransformOptions{ObjectMode: true})

		zero := x.Track("zero")
		s := stream.NewTransform(stream.TransformOptions{
			Loop: x.Loop, HighWaterMark: none,
			TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) {
				zero("transform", b)
				cb(nil, b)
			},
		})
		on(zero, s, []string{"drain"})
		zero("write", s.Write("a"), s.WritableNeedDrain())
		zero("write", s.Write("b"), s.WritableNeedDrain())
		x.Loop.SetImmediate(func() {
			zero("held", s.WritableLength(), s.ReadableLength())
			data(zero, s)
			on(zero, s, []string{"end"})
			x.Loop.SetImmediate(func() {
				zero("left", s.WritableLength())
				s.End()
			})
		})
	})
}
