package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestWriteOrder(t *testing.T) {
	transcript.Run(t, "write_order", func(x *transcript.T) {
		writeOrder(x, "sync", func(cb func(error)) { cb(nil) })
		writeOrder(x, "tick", func(cb func(error)) { x.Loop.NextTick(func() { cb(nil) }) })
		writeOrder(x, "immediate", func(cb func(error)) { x.Loop.SetImmediate(func() { cb(nil) }) })
	})
}

func writeOrder(x *transcript.T, name string, write func(cb func(error))) {
	log := x.Track(name)
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, HighWaterMark: 4,
		Write: func(w *stream.Writable, c any, enc string, cb func(error)) {
			log("_write", c, enc, w.WritableLength())
			write(cb)
		}})
	for _, event := range []string{"drain", "prefinish", "finish", "close"} {
		w.On(event, func() { log(event, w.WritableLength(), w.WritableNeedDrain()) })
	}
	done := func(n int) func(error) {
		return func(err error) {
			log("written", n, err)
			x.Loop.NextTick(func() { log("tick after", n) })
		}
	}
	log(w.Write("a", done(1)), w.Write("bc", done(2)), w.Write("def", done(3)), w.Write("g"),
		w.WritableLength(), w.WritableNeedDrain())
	x.Loop.NextTick(func() { log("tick") })
	x.Loop.QueueMicrotask(func() { log("microtask") })
	after(x, 5, func() {
		log(w.Write("12345", done(4)))
		w.End("6", func() { log("ended") })
		log(w.WritableEnded(), w.WritableFinished(), w.Writable())
	})
}
