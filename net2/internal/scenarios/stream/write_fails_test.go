package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestWriteFails(t *testing.T) {
	transcript.Run(t, "write_fails", func(x *transcript.T) {
		later := func(cb func(error), err error) { x.Loop.SetImmediate(func() { cb(err) }) }
		second := func(n int) error {
			if n == 2 {
				return fail("bad")
			}
			return nil
		}
		kept := stream.WritableOptions{NoAutoDestroy: true}
		normal := stream.WritableOptions{}
		writeFails(x, "first sync", normal, func(_ int, cb func(error)) { cb(fail("bad")) })
		writeFails(x, "first async", normal, func(_ int, cb func(error)) { later(cb, fail("bad")) })
		writeFails(x, "second sync", normal, func(n int, cb func(error)) { cb(second(n)) })
		writeFails(x, "second async", normal, func(n int, cb func(error)) { later(cb, second(n)) })
		writeFails(x, "kept sync", kept, func(n int, cb func(error)) { cb(second(n)) })
		writeFails(x, "kept async", kept, func(n int, cb func(error)) { later(cb, second(n)) })
		writeFails(x, "twice sync", normal, func(_ int, cb func(error)) {
			cb(nil)
			cb(nil)
		})
		writeFails(x, "twice async", normal, func(_ int, cb func(error)) {
			x.Loop.SetImmediate(func() {
				cb(nil)
				cb(nil)
			})
		})
		writeFails(x, "sync then async", normal, func(n int, cb func(error)) {
			cb(nil)
			if n == 3 {
				later(cb, nil)
			}
		})
	})
}

func writeFails(x *transcript.T, name string, o stream.WritableOptions, write func(n int, cb func(error))) {
	log := x.Track(name)
	n := 0
	o.Loop = x.Loop
	o.WriteBytes = func(_ *stream.Writable, b []byte, cb func(error)) {
		log("_write", b)
		n++
		write(n, cb)
	}
	w := stream.NewWritable(o)
	watch(log, w, "drain", "finish", "close")
	w.On("error", func(err error) { log("error", err, w.WritableLength()) })
	for _, c := range []string{"a", "b", "c"} {
		log(w.Write(c, told(log, c)), w.Errored())
	}
	w.End(told(log, "end"))
	x.Loop.NextTick(func() { log("tick") })
	after(x, 3, func() { log("later", w.Write("d", told(log, "d")), w.WritableLength()) })
}
