package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformDestroy(t *testing.T) {
	transcript.Run(t, "transform_destroy", func(x *transcript.T) {
		run := func(name string, how func(s *stream.Transform, pending func(error, []byte))) {
			log := x.Track(name)
			var pending func(error, []byte)
			s := stream.NewTransform(stream.TransformOptions{
				Loop: x.Loop,
				TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) {
					log("transform", b)
					pending = cb
				},
				Flush:   func(_ *stream.Transform, cb func(error, any)) { log("flush"); cb(nil, nil) },
				Destroy: func(_ *stream.Transform, err error, cb func(error)) { log("destroy", err); cb(err) },
			})
			on(log, s, []string{"finish", "end", "close"})
			failure(log, s)
			data(log, s)
			s.Write("a", said(log, "a"))
			s.Write("b", said(log, "b"))
			x.Loop.SetImmediate(func() {
				how(s, pending)
				log("destroyed", s.Destroyed(), s.WritableLength())
				s.Write("c", said(log, "c"))
				s.End(said(log, "ended"))
				log("push", s.Push("more"))
			})
		}
		run("quiet", func(s *stream.Transform, _ func(error, []byte)) { s.Destroy() })
		run("with error", func(s *stream.Transform, _ func(error, []byte)) { s.Destroy(boom("boom")) })
		run("then called back", func(s *stream.Transform, pending func(error, []byte)) {
			s.Destroy()
			pending(nil, []byte("late"))
		})
		run("then failed", func(s *stream.Transform, pending func(error, []byte)) {
			s.Destroy()
			pending(boom("late"), nil)
		})
	})
}
