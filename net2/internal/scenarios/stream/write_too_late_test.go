package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestWriteTooLate(t *testing.T) {
	transcript.Run(t, "write_too_late", func(x *transcript.T) {
		run := func(name string, o stream.WritableOptions, use func(w *stream.Writable, log func(...any))) {
			log := x.Track(name)
			o.Loop = x.Loop
			o.WriteBytes = func(_ *stream.Writable, b []byte, cb func(error)) {
				log("_write", b)
				x.Loop.SetImmediate(func() { cb(nil) })
			}
			w := stream.NewWritable(o)
			watch(log, w, "drain", "finish", "close", "error")
			use(w, log)
		}
		run("after end", stream.WritableOptions{}, func(w *stream.Writable, log func(...any)) {
			w.Write("a", told(log, "a"))
			w.End(told(log, "end"))
			log(w.Write("b", told(log, "b")))
			log(w.Write("c", told(log, "c")), w.Destroyed())
		})
		run("after end kept", stream.WritableOptions{NoAutoDestroy: true}, func(w *stream.Writable, log func(...any)) {
			w.Write("a", told(log, "a"))
			w.End(told(log, "end"))
			log(w.Write("b", told(log, "b")), w.Errored())
			log(w.Write("c", told(log, "c")))
			w.End(told(log, "end again"))
		})
		run("end after end", stream.WritableOptions{}, func(w *stream.Writable, log func(...any)) {
			w.End("a", told(log, "end"))
			w.End("b", told(log, "end again"))
		})
		run("after finish", stream.WritableOptions{}, func(w *stream.Writable, log func(...any)) {
			w.End("a")
			w.On("finish", func() {
				log("write", w.Write("b", told(log, "b")))
				w.End("c", told(log, "end"))
			})
		})
		run("after destroy", stream.WritableOptions{}, func(w *stream.Writable, log func(...any)) {
			w.Write("a", told(log, "a"))
			w.Write("b", told(log, "b"))
			w.Destroy()
			log(w.Write("c", told(log, "c")), w.WritableLength(), w.Errored())
			w.End("d", told(log, "d"))
			w.End(told(log, "end"))
		})
		run("after destroy with error", stream.WritableOptions{}, func(w *stream.Writable, log func(...any)) {
			w.Write("a", told(log, "a"))
			w.Write("b", told(log, "b"))
			w.Destroy(fail("why"))
			w.Destroy(fail("never heard of"))
			log(w.Write("c", told(log, "c")), w.Errored())
			w.End(told(log, "end"))
		})
		run("end then destroy", stream.WritableOptions{}, func(w *stream.Writable, log func(...any)) {
			w.Write("a", told(log, "a"))
			w.End("b", told(log, "end"))
			w.Destroy()
			x.Loop.SetImmediate(func() {
				w.End(told(log, "end later"))
				log(w.WritableFinished(), w.WritableAborted(), w.WritableEnded())
			})
		})
		run("destroy in callback", stream.WritableOptions{}, func(w *stream.Writable, log func(...any)) {
			w.Write("a", func(err error) {
				log("a", err)
				w.Destroy()
			})
			w.Write("b", told(log, "b"))
			w.Write("c", func(err error) {
				log("c", err)
				w.Write("d", told(log, "d"))
			})
		})
	})
}
