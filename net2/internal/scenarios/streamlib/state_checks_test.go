package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestStateChecks(t *testing.T) {
	transcript.Run(t, "state_checks", func(x *transcript.T) {
		readable := func(name string, act func(s *stream.Readable, now func(string))) {
			s := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
			act(s, states(x.Track(name), s))
		}
		readable("read", func(s *stream.Readable, now func(string)) {
			s.Push("x")
			now("pushed")
			s.Read()
			now("read")
			s.Push(nil)
			now("ended")
			s.On("end", func() { now("end") })
			s.Read()
		})
		readable("unread", func(s *stream.Readable, now func(string)) { s.Destroy(); now("destroyed") })
		readable("failed", func(s *stream.Readable, now func(string)) { s.Destroy(boom("boom")); now("destroyed") })

		w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, WriteBytes: taker})
		written := states(x.Track("written"), w)
		w.On("finish", func() { written("finish") })
		w.End("x")
		written("ended")

		d := stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop})
		duplex := states(x.Track("duplex"), d)
		d.On("finish", func() { duplex("finish") })
		d.On("end", func() { duplex("end") })
		d.End("x")
		duplex("ended")
		x.Loop.SetImmediate(func() { d.Resume() })

		readable("resumed only", func(s *stream.Readable, now func(string)) {
			s.Resume()
			now("resumed")
			x.Loop.SetImmediate(func() { now("later"); s.Destroy() })
		})
	})
}

// states returns a func that logs what the checks say of s, and logs at once and at its end.
func states[T emitter[T]](log log, s T) func(what string) {
	show := func(what string) {
		log(what, stream.IsReadable(s), stream.IsWritable(s), stream.IsDisturbed(s), stream.IsErrored(s), stream.IsDestroyed(s))
	}
	s.On("error", func(error) { show("error") })
	s.On("close", func() { show("close") })
	show("new")
	return show
}
