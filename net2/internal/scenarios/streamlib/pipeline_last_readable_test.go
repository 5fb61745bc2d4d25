package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipelineLastReadable(t *testing.T) {
	transcript.Run(t, "pipeline_last_readable", func(x *transcript.T) {
		readable := func() *stream.Readable {
			return stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
		}
		pass := func() *stream.PassThrough { return stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop}) }

		log := x.Track("duplex last")
		src, last := readable(), pass()
		on(log, last, []string{"finish", "end", "close"})
		stream.Pipeline([]stream.Stream{src, last}, func(err error) {
			log("callback", err, last.Destroyed(), last.ListenerCount("error"))
			data(log, last)
		})
		src.Push("payload")
		src.Push(nil)

		again := x.Track("chained")
		s, m, sink := readable(), pass(), pass()
		stream.Pipeline([]stream.Stream{
			stream.Pipeline([]stream.Stream{s, m}, said(again, "first")), sink,
		}, said(again, "second"))
		data(again, sink)
		on(again, sink, []string{"end"})
		s.Push("x")
		s.Push(nil)

		bad := x.Track("chained failure")
		f, g, h := readable(), pass(), pass()
		failure(bad, h, "h")
		stream.Pipeline([]stream.Stream{
			stream.Pipeline([]stream.Stream{f, g}, said(bad, "first")), h,
		}, said(bad, "second"))
		f.Destroy(boom("boom"))
	})
}
