package streamlib_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipelineSuccess(t *testing.T) {
	transcript.Run(t, "pipeline_success", func(x *transcript.T) {
		log := x.Track("all")
		left := 3
		src := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(r *stream.Readable, _ int) {
			if left--; left < 0 {
				r.Push(nil)
				return
			}
			r.Push(fmt.Sprint("chunk ", left))
		}})
		upper := stream.NewTransform(stream.TransformOptions{
			Loop:           x.Loop,
			TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) { cb(nil, bytes.ToUpper(b)) },
		})
		dst := stream.NewWritable(stream.WritableOptions{
			Loop: x.Loop,
			WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
				log("write", b)
				x.Loop.SetImmediate(func() { cb(nil) })
			},
			Final: func(_ *stream.Writable, cb func(error)) {
				log("final")
				x.Loop.SetImmediate(func() { cb(nil) })
			},
		})
		names := []string{"end", "finish", "close", "pipe", "unpipe"}
		on(log, src, names, "src")
		failure(log, src, "src")
		on(log, upper, names, "upper")
		failure(log, upper, "upper")
		on(log, dst, names, "dst")
		failure(log, dst, "dst")
		last := stream.Pipeline([]stream.Stream{src, upper, dst}, func(err error) {
			log("callback", err, src.Destroyed(), upper.Destroyed(), dst.Destroyed())
		})
		log("returns the last", last == stream.WritableStream(dst))
	})
}
