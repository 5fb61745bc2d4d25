package streamlib_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformFlush(t *testing.T) {
	transcript.Run(t, "transform_flush", func(x *transcript.T) {
		type (
			flush     = func(*stream.Transform, func(error, any))
			transform = func(*stream.Transform, []byte, func(error, []byte))
		)
		run := func(name string, flush flush, transform transform) {
			log := x.Track(name)
			s := stream.NewTransform(stream.TransformOptions{Loop: x.Loop, TransformBytes: transform, Flush: flush})
			on(log, s, []string{"prefinish", "finish", "end", "close"})
			failure(log, s)
			data(log, s)
			s.Write("body", said(log, "written"))
			s.End(said(log, "ended"))
		}
		run("pushes", func(s *stream.Transform, cb func(error, any)) {
			s.Push("x")
			s.Push("y")
			cb(nil, nil)
		}, passTransform)
		run("later", func(_ *stream.Transform, cb func(error, any)) {
			x.Loop.SetTimeout(time.Millisecond, func() { cb(nil, "late") })
		}, passTransform)
		run("fails", func(_ *stream.Transform, cb func(error, any)) { cb(boom("no flush"), nil) }, passTransform)
		run("fails later", func(_ *stream.Transform, cb func(error, any)) {
			x.Loop.SetImmediate(func() { cb(boom("no flush"), nil) })
		}, passTransform)
		run("destroys", func(s *stream.Transform, cb func(error, any)) {
			s.Destroy()
			cb(nil, nil)
		}, passTransform)
		run("without", nil, passTransform)
		run("nothing written", func(_ *stream.Transform, cb func(error, any)) { cb(nil, "only") },
			func(_ *stream.Transform, _ []byte, cb func(error, []byte)) { cb(nil, nil) })
	})
}
