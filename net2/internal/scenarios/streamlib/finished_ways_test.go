package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

// watched logs how a stream ends, the way JavaScript's half does.
func watched[T emitter[T]](x *transcript.T, name string, s T, act func(T)) {
	log := x.Track(name)
	on(log, s, []string{"end", "finish", "close"})
	stream.Finished(s, said(log, "finished"))
	failure(log, s)
	act(s)
}

func TestFinishedWays(t *testing.T) {
	transcript.Run(t, "finished_ways", func(x *transcript.T) {
		readable := func(o stream.ReadableOptions) *stream.Readable {
			o.Loop, o.Read = x.Loop, idle
			return stream.NewReadable(o)
		}
		writable := func(o stream.WritableOptions) *stream.Writable {
			o.Loop = x.Loop
			if o.WriteBytes == nil {
				o.WriteBytes = taker
			}
			return stream.NewWritable(o)
		}
		pass := func() *stream.PassThrough { return stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop}) }
		failing := func(_ *stream.Writable, _ []byte, cb func(error)) { cb(boom("boom")) }
		type (
			ro = stream.ReadableOptions
			wo = stream.WritableOptions
		)
		end := func(s *stream.Readable) { s.Push(nil); s.Resume() }
		watched(x, "readable end", readable(ro{}), end)
		watched(x, "readable error", readable(ro{}), func(s *stream.Readable) { s.Destroy(boom("boom")) })
		watched(x, "readable premature", readable(ro{}), func(s *stream.Readable) { s.Destroy() })
		watched(x, "readable ended, unread", readable(ro{}), func(s *stream.Readable) {
			s.Push("x")
			s.Push(nil)
			s.Destroy()
		})
		watched(x, "readable no close", readable(ro{NoEmitClose: true}), end)
		watched(x, "readable no destroy", readable(ro{NoAutoDestroy: true}), end)
		write := func(s *stream.Writable) { s.Write("x") }
		finish := func(s *stream.Writable) { s.End() }
		watched(x, "writable end", writable(wo{}), func(s *stream.Writable) { s.End("x") })
		watched(x, "writable error", writable(wo{WriteBytes: failing}), write)
		watched(x, "writable premature", writable(wo{}), func(s *stream.Writable) { s.Destroy() })
		watched(x, "writable no close", writable(wo{NoEmitClose: true}), finish)
		watched(x, "writable no destroy", writable(wo{NoAutoDestroy: true}), finish)
		watched(x, "writable error no destroy", writable(wo{NoAutoDestroy: true, WriteBytes: failing}), write)
		watched(x, "duplex both", pass(), func(s *stream.PassThrough) { s.End("x"); s.Resume() })
		watched(x, "duplex one side", pass(), func(s *stream.PassThrough) {
			s.End("x")
			x.Loop.SetImmediate(func() { s.Destroy() })
		})
		watched(x, "duplex premature", pass(), func(s *stream.PassThrough) { s.Write("x"); s.Destroy() })
	})
}
