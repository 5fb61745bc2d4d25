package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformError(t *testing.T) {
	transcript.Run(t, "transform_error", func(x *transcript.T) {
		run := func(name string, transform func(*stream.Transform, []byte, func(error, []byte))) {
			log := x.Track(name)
			s := stream.NewTransform(stream.TransformOptions{Loop: x.Loop, TransformBytes: transform})
			for _, event := range []string{"finish", "end", "close", "drain"} {
				s.On(event, func() { log(event, s.Destroyed()) })
			}
			failure(log, s)
			data(log, s)
			s.Write("a", said(log, "a"))
			s.Write("b", said(log, "b"))
			s.Write("c", said(log, "c"))
			s.End(said(log, "end"))
		}
		run("first", func(_ *stream.Transform, _ []byte, cb func(error, []byte)) { cb(boom("boom"), nil) })
		run("second", func(_ *stream.Transform, b []byte, cb func(error, []byte)) {
			if string(b) == "b" {
				cb(boom("boom"), b)
				return
			}
			cb(nil, b)
		})
		run("later", func(_ *stream.Transform, _ []byte, cb func(error, []byte)) {
			x.Loop.SetImmediate(func() { cb(boom("boom"), nil) })
		})
		run("destroy", func(s *stream.Transform, b []byte, cb func(error, []byte)) {
			s.Destroy(boom("destroyed"))
			cb(nil, b)
		})
		run("twice", func(_ *stream.Transform, b []byte, cb func(error, []byte)) {
			cb(nil, b)
			cb(nil, b)
		})
	})
}
