package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestFinishedLate(t *testing.T) {
	transcript.Run(t, "finished_late", func(x *transcript.T) {
		run := func(name string, s stream.Stream, o ...stream.FinishedOptions) {
			log := x.Track(name)
			after(x, 2, func() {
				stream.Finished(s, said(log, "finished"), o...)
				log("not at once")
				x.Loop.NextTick(func() { log("tick") })
			})
		}
		readable := func(name string, o stream.ReadableOptions, act func(*stream.Readable), fo ...stream.FinishedOptions) {
			o.Loop, o.Read = x.Loop, idle
			s := stream.NewReadable(o).On("error", func(error) {})
			act(s)
			run(name, s, fo...)
		}
		writable := func(name string, o stream.WritableOptions, act func(*stream.Writable)) {
			o.Loop = x.Loop
			if o.WriteBytes == nil {
				o.WriteBytes = taker
			}
			s := stream.NewWritable(o).On("error", func(error) {})
			act(s)
			run(name, s)
		}
		duplex := func(name string, act func(*stream.PassThrough), o ...stream.FinishedOptions) {
			s := stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop}).On("error", func(error) {})
			act(s)
			run(name, s, o...)
		}
		end := func(s *stream.Readable) { s.Push(nil); s.Resume() }
		fail := func(s *stream.Readable) { s.Destroy(boom("boom")) }
		readable("readable ended", stream.ReadableOptions{}, end)
		readable("readable destroyed", stream.ReadableOptions{}, func(s *stream.Readable) { s.Destroy() })
		readable("readable errored", stream.ReadableOptions{}, fail)
		readable("readable errored, error not asked", stream.ReadableOptions{}, fail, stream.FinishedOptions{NoError: true})
		readable("readable ended no destroy", stream.ReadableOptions{NoAutoDestroy: true}, end)
		finish := func(s *stream.Writable) { s.End() }
		writable("writable finished", stream.WritableOptions{}, finish)
		writable("writable destroyed", stream.WritableOptions{}, func(s *stream.Writable) { s.Destroy() })
		writable("writable errored", stream.WritableOptions{}, func(s *stream.Writable) { s.Destroy(boom("boom")) })
		writable("writable finished no destroy", stream.WritableOptions{NoAutoDestroy: true}, finish)
		writable("writable errored no destroy", stream.WritableOptions{
			NoAutoDestroy: true,
			WriteBytes:    func(_ *stream.Writable, _ []byte, cb func(error)) { cb(boom("boom")) },
		}, func(s *stream.Writable) { s.Write("x") })
		duplex("duplex ended", func(s *stream.PassThrough) { s.End(); s.Resume() })
		duplex("duplex finished, unread", func(s *stream.PassThrough) { s.End("x") }, stream.FinishedOptions{NoReadable: true})
		duplex("duplex read, unfinished", func(s *stream.PassThrough) { s.Push(nil); s.Resume() },
			stream.FinishedOptions{NoWritable: true})
		duplex("duplex writable side open", func(s *stream.PassThrough) {
			s.Write("x")
			after(x, 4, func() { s.End() })
		}, stream.FinishedOptions{NoReadable: true})
	})
}
