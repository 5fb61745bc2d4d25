package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformUnimplemented(t *testing.T) {
	transcript.Run(t, "transform_unimplemented", func(x *transcript.T) {
		log := x.Track("bare")
		s := stream.NewTransform(stream.TransformOptions{Loop: x.Loop})
		failure(log, s)
		on(log, s, []string{"close"})
		log("thrown", thrown(func() { s.Write("x", said(log, "written")) }))

		null := x.Track("null")
		n := stream.NewTransform(stream.TransformOptions{Loop: x.Loop, TransformBytes: passTransform})
		e := thrown(func() { n.Write(nil) })
		null("thrown", e.Name, e)

		empty := x.Track("empty")
		m := stream.NewTransform(stream.TransformOptions{
			Loop: x.Loop,
			Transform: func(_ *stream.Transform, chunk any, _ string, cb func(error, any)) {
				empty("transform", chunk)
				cb(nil, "")
			},
		})
		data(empty, m)
		on(empty, m, []string{"end"})
		m.Write("")
		m.End()
	})
}
