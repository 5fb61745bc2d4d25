package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformEarlyEnd(t *testing.T) {
	transcript.Run(t, "transform_early_end", func(x *transcript.T) {
		run := func(name string, more func(s *stream.Transform, log log)) {
			log := x.Track(name)
			s := stream.NewTransform(stream.TransformOptions{
				Loop: x.Loop,
				TransformBytes: func(s *stream.Transform, b []byte, cb func(error, []byte)) {
					log("transform", b)
					if string(b) == "stop" {
						s.Push("last")
						s.Push(nil)
						b = nil
					}
					cb(nil, b)
				},
			})
			on(log, s, []string{"finish", "end", "close"})
			failure(log, s)
			data(log, s)
			s.Write("one", said(log, "one"))
			s.Write("stop", said(log, "stop"))
			more(s, log)
		}
		run("ended", func(s *stream.Transform, log log) { s.End(said(log, "ended")) })
		run("written", func(s *stream.Transform, log log) {
			s.Write("more", said(log, "more"))
			s.End(said(log, "ended"))
		})
	})
}
