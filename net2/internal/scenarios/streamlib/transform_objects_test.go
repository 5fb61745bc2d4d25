package streamlib_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformObjects(t *testing.T) {
	transcript.Run(t, "transform_objects", func(x *transcript.T) {
		modes := func(log log, s *stream.Transform) {
			log(s.ReadableObjectMode(), s.WritableObjectMode(), s.ReadableHighWaterMark(), s.WritableHighWaterMark())
			data(log, s)
			on(log, s, []string{"end"})
		}
		s := stream.NewTransform(stream.TransformOptions{
			Loop: x.Loop, ReadableObjectMode: true,
			TransformBytes: func(s *stream.Transform, b []byte, cb func(error, []byte)) {
				for _, word := range strings.Split(string(b), " ") {
					s.Push(len(word))
				}
				cb(nil, nil)
			},
		})
		modes(x.Track("split"), s)
		s.Write("a bb ccc")
		s.End("dddd")

		j := stream.NewTransform(stream.TransformOptions{
			Loop: x.Loop, WritableObjectMode: true,
			Transform: func(_ *stream.Transform, n any, _ string, cb func(error, any)) {
				cb(nil, fmt.Sprintf("%d;", 2*n.(int)))
			},
		})
		modes(x.Track("join"), j)
		j.Write(21)
		j.Write(4)
		j.End()

		b := stream.NewTransform(stream.TransformOptions{
			Loop: x.Loop, ObjectMode: true,
			Transform: func(_ *stream.Transform, v any, _ string, cb func(error, any)) { cb(nil, v) },
		})
		modes(x.Track("both"), b)
		b.Write(0)
		b.Write("")
		b.Write(false)
		b.End()
	})
}
