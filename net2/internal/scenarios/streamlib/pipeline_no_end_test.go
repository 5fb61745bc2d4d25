package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipelineNoEnd(t *testing.T) {
	transcript.Run(t, "pipeline_no_end", func(x *transcript.T) {
		run := func(name string, act func(src *stream.Readable, dst *stream.Writable)) {
			log := x.Track(name)
			src := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
			dst := stream.NewWritable(stream.WritableOptions{
				Loop:       x.Loop,
				WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) { log("write", b); cb(nil) },
			})
			on(log, dst, []string{"finish", "close", "error"}, "dst")
			stream.Pipeline([]stream.Stream{src, dst}, func(err error) {
				log("result", err)
				x.Loop.SetImmediate(func() {
					log("dst", dst.Destroyed(), dst.WritableEnded())
					if !dst.Destroyed() {
						dst.End("mine")
					}
				})
			}, stream.PipelineOptions{NoEnd: true})
			src.Push("theirs")
			act(src, dst)
		}
		run("success", func(src *stream.Readable, _ *stream.Writable) { src.Push(nil) })
		run("failure", func(src *stream.Readable, _ *stream.Writable) {
			x.Loop.SetImmediate(func() { src.Destroy(boom("boom")) })
		})
		run("destination", func(_ *stream.Readable, dst *stream.Writable) {
			x.Loop.SetImmediate(func() { dst.Destroy(boom("boom")) })
		})
	})
}
