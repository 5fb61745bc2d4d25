package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipelineFail(t *testing.T) {
	transcript.Run(t, "pipeline_fail", func(x *transcript.T) {
		type parts struct {
			src        *stream.Readable
			mid        *stream.PassThrough
			dst        *stream.Writable
			writeError error
		}
		run := func(name string, fail func(s *parts)) {
			log := x.Track(name)
			s := &parts{}
			s.src = stream.NewReadable(stream.ReadableOptions{
				Loop: x.Loop, Read: idle,
				Destroy: func(_ *stream.Readable, err error, cb func(error)) { log("src", "destroy", err); cb(err) },
			})
			s.mid = stream.NewPassThrough(stream.TransformOptions{
				Loop:    x.Loop,
				Destroy: func(_ *stream.Transform, err error, cb func(error)) { log("mid", "destroy", err); cb(err) },
			})
			s.dst = stream.NewWritable(stream.WritableOptions{
				Loop:       x.Loop,
				WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) { log("write", b); cb(s.writeError) },
				Destroy:    func(_ *stream.Writable, err error, cb func(error)) { log("dst", "destroy", err); cb(err) },
			})
			names := []string{"end", "finish", "close"}
			on(log, s.src, names, "src")
			failure(log, s.src, "src")
			on(log, s.mid, names, "mid")
			failure(log, s.mid, "mid")
			on(log, s.dst, names, "dst")
			failure(log, s.dst, "dst")
			destroyed := func() []any { return []any{s.src.Destroyed(), s.mid.Destroyed(), s.dst.Destroyed()} }
			stream.Pipeline([]stream.Stream{s.src, s.mid, s.dst}, func(err error) {
				log(append([]any{"callback", err}, destroyed()...)...)
			})
			s.src.Push("data")
			x.Loop.SetImmediate(func() {
				fail(s)
				x.Loop.SetImmediate(func() { log(append([]any{"later"}, destroyed()...)...) })
			})
		}
		run("src error", func(s *parts) { s.src.Destroy(boom("boom")) })
		run("mid error", func(s *parts) { s.mid.Destroy(boom("boom")) })
		run("dst error", func(s *parts) { s.dst.Destroy(boom("boom")) })
		run("write error", func(s *parts) { s.writeError = boom("disk full"); s.src.Push("more") })
		run("src close", func(s *parts) { s.src.Destroy() })
		run("mid close", func(s *parts) { s.mid.Destroy() })
		run("dst close", func(s *parts) { s.dst.Destroy() })
		run("src ends", func(s *parts) { s.src.Push(nil) })
		run("dst ends", func(s *parts) { s.dst.End() })
		run("emitted", func(s *parts) { s.src.Emit("error", boom("only said")) })
	})
}
