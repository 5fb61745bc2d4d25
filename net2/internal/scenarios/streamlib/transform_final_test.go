package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestTransformFinal(t *testing.T) {
	transcript.Run(t, "transform_final", func(x *transcript.T) {
		run := func(name string, final func(log, func(error)), flush func(log, func(error, any))) {
			log := x.Track(name)
			o := stream.TransformOptions{Loop: x.Loop, TransformBytes: passTransform}
			o.Final = func(_ *stream.Transform, cb func(error)) { final(log, cb) }
			if flush != nil {
				o.Flush = func(_ *stream.Transform, cb func(error, any)) { flush(log, cb) }
			}
			s := stream.NewTransform(o)
			on(log, s, []string{"prefinish", "finish", "end", "close"})
			failure(log, s)
			data(log, s)
			s.End("x", said(log, "ended"))
			log("main over")
		}
		run("both", func(log log, cb func(error)) { log("final"); x.Loop.SetImmediate(func() { cb(nil) }) },
			func(log log, cb func(error, any)) { log("flush"); cb(nil, "f") })
		run("final only", func(log log, cb func(error)) { log("final"); cb(nil) }, nil)
		run("final fails", func(log log, cb func(error)) { log("final"); cb(boom("no")) },
			func(log log, cb func(error, any)) { log("flush"); cb(nil, nil) })
		run("flush fails", func(log log, cb func(error)) { log("final"); cb(nil) },
			func(log log, cb func(error, any)) { log("flush"); cb(boom("no"), nil) })
	})
}
