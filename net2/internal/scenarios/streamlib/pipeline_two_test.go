package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipelineTwo(t *testing.T) {
	transcript.Run(t, "pipeline_two", func(x *transcript.T) {
		start := func(log log, src stream.Stream) *stream.Writable {
			dst := stream.NewWritable(stream.WritableOptions{
				Loop:       x.Loop,
				WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) { log("write", b); cb(nil) },
			})
			for _, event := range []string{"finish", "close", "error"} {
				dst.On(event, func(args ...any) { log("dst", event, optional(args)) })
			}
			stream.Pipeline([]stream.Stream{src, dst}, said(log, "callback"))
			return dst
		}
		run := func(name string, read func(*stream.Readable, int), before, then func(src *stream.Readable)) {
			log := x.Track(name)
			src := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: read})
			before(src)
			for _, event := range []string{"end", "close", "error"} {
				src.On(event, func(args ...any) { log("src", event, optional(args)) })
			}
			start(log, src)
			then(src)
		}
		nothing := func(*stream.Readable) {}
		run("after the end", idle, func(r *stream.Readable) { r.Push("x"); r.Push(nil) }, nothing)
		run("throws in read", func(*stream.Readable, int) { panic(boom("cannot")) }, nothing, nothing)
		run("error before data", idle, nothing, func(src *stream.Readable) { src.Destroy(boom("early")) })
		run("end while writing", idle, nothing, func(src *stream.Readable) {
			src.Push("a")
			x.Loop.SetImmediate(func() { src.Push("b"); src.Push(nil) })
		})
		log := x.Track("half duplex")
		half := stream.NewDuplex(stream.DuplexOptions{
			Loop:       x.Loop,
			Read:       func(d *stream.Duplex, _ int) { d.Push("d"); d.Push(nil) },
			WriteBytes: func(_ *stream.Duplex, _ []byte, cb func(error)) { cb(nil) },
		})
		for _, event := range []string{"end", "close", "error"} {
			half.On(event, func(args ...any) { log("src", event, optional(args)) })
		}
		start(log, half)
		x.Loop.SetImmediate(func() { log("still writable", half.Writable(), half.Destroyed()) })
	})
}

// optional returns the only argument of an event, or nil.
func optional(args []any) any {
	if len(args) == 0 {
		return nil
	}
	return args[0]
}
