package streamlib_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

// Node tells of a signal inside abort(), a context does on a goroutine: the loop must wait for it.
func TestPipelineAbort(t *testing.T) {
	transcript.Run(t, "pipeline_abort", func(x *transcript.T) {
		run := func(name string, abort func(cancel func(), src *stream.Readable)) {
			log, ended := x.Track(name), x.Track(name+": result")
			ctx, cancel := context.WithCancel(context.Background())
			src := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
			dst := stream.NewWritable(stream.WritableOptions{
				Loop:       x.Loop,
				WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) { log("write", b); cb(nil) },
			})
			failure(log, src, "src")
			on(log, src, []string{"close"}, "src")
			failure(log, dst, "dst")
			on(log, dst, []string{"close"}, "dst")
			abort(cancel, src)
			release := hold(x)
			stream.Pipeline([]stream.Stream{src, dst}, func(err error) {
				release()
				if err == nil {
					ended("done")
				} else {
					ended(err)
				}
			}, stream.PipelineOptions{Context: ctx})
		}
		run("before", func(cancel func(), _ *stream.Readable) { cancel() })
		run("during", func(cancel func(), src *stream.Readable) { src.Push("x"); x.Loop.SetImmediate(cancel) })
		run("after", func(cancel func(), src *stream.Readable) {
			src.Push("x")
			src.Push(nil)
			x.Loop.SetTimeout(5*time.Millisecond, cancel)
		})
	})
}
