package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipelineDestroyed(t *testing.T) {
	transcript.Run(t, "pipeline_destroyed", func(x *transcript.T) {
		run := func(name string, before func(a, b, c *stream.PassThrough)) {
			log := x.Track(name)
			o := stream.TransformOptions{Loop: x.Loop}
			a, b, c := stream.NewPassThrough(o), stream.NewPassThrough(o), stream.NewPassThrough(o)
			for i, s := range []*stream.PassThrough{a, b, c} {
				who := string(rune('a' + i))
				failure(log, s, who)
				on(log, s, []string{"close"}, who)
			}
			before(a, b, c)
			x.Loop.SetImmediate(func() {
				stream.Pipeline([]stream.Stream{a, b, c}, said(log, "callback"))
				a.End("x")
				c.Resume()
			})
		}
		run("first destroyed", func(a, _, _ *stream.PassThrough) { a.Destroy() })
		run("middle destroyed", func(_, b, _ *stream.PassThrough) { b.Destroy() })
		run("last destroyed", func(_, _, c *stream.PassThrough) { c.Destroy() })
		run("middle errored", func(_, b, _ *stream.PassThrough) { b.Destroy(boom("gone")) })
		run("middle ended", func(_, b, _ *stream.PassThrough) { b.End() })
	})
}
