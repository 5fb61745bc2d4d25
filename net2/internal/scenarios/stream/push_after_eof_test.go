package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPushAfterEof(t *testing.T) {
	transcript.Run(t, "push_after_eof", func(x *transcript.T) {
		run := func(name string, o stream.ReadableOptions) {
			log := x.Track(name)
			o.Loop, o.Read = x.Loop, func(*stream.Readable, int) {}
			r := stream.NewReadable(o)
			r.On("error", func(err error) { log("error", err, r.Errored() == err, r.Destroyed()) })
			r.On("close", func() { log("close", r.Closed()) })
			watch(log, r, "data", "end")
			log(r.Push("a"))
			log(r.Push(nil))
			log(r.Push(nil))
			log("late", r.Push("b"))
			log(r.ReadableAborted(), r.Errored())
			x.Loop.SetImmediate(func() { log("immediate", r.Push("c"), r.Push(""), r.Unshift("d")) })
		}
		run("destroyed", stream.ReadableOptions{})
		run("kept", stream.ReadableOptions{NoAutoDestroy: true})
		run("silent", stream.ReadableOptions{NoEmitClose: true})
	})
}
