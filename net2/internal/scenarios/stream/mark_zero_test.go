package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestMarkZero(t *testing.T) {
	transcript.Run(t, "mark_zero", func(x *transcript.T) {
		zeroReadable(x)
		zeroFlowing(x)
		zeroObjects(x)
		zeroWritable(x)
	})
}

func xs(n int) []byte { return []byte("xxx")[:n] }

func zeroReadable(x *transcript.T) {
	log := x.Track("readable")
	n := 0
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: stream.ZeroHighWaterMark,
		Read: func(r *stream.Readable, size int) {
			log("_read", size)
			x.Loop.SetImmediate(func() {
				if n++; n < 4 {
					log("push", r.Push(xs(n)))
				} else {
					log("push", r.Push(nil))
				}
			})
		}})
	r.On("readable", func() {
		log("readable", r.ReadableLength())
		log("read", r.Read(), r.ReadableLength())
	})
	watch(log, r, "end")
	log(r.ReadableHighWaterMark())
}

func zeroFlowing(x *transcript.T) {
	log := x.Track("flowing")
	n := 0
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: stream.ZeroHighWaterMark,
		Read: func(r *stream.Readable, _ int) {
			log("_read")
			if n++; n < 4 {
				log("push", r.Push(xs(n)))
			} else {
				log("push", r.Push(nil))
			}
		}})
	watch(log, r, "data", "end")
}

func zeroObjects(x *transcript.T) {
	log := x.Track("objects")
	n := 0
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: stream.ZeroHighWaterMark, ObjectMode: true,
		Read: func(r *stream.Readable, _ int) {
			log("_read")
			if n++; n < 3 {
				log("push", r.Push(n))
			} else {
				log("push", r.Push(nil))
			}
		}})
	r.On("readable", func() {
		log("readable", r.ReadableLength())
		for v := r.Read(); v != nil; v = r.Read() {
			log("read", v)
		}
	})
	watch(log, r, "end")
}

func zeroWritable(x *transcript.T) {
	log := x.Track("writable")
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, HighWaterMark: stream.ZeroHighWaterMark,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			log("_write", b)
			cb(nil)
		}})
	watch(log, w, "drain")
	log(w.Write("a"), w.WritableNeedDrain(), w.Write(""), w.Write("b", func(error) { log("b written") }),
		w.WritableNeedDrain())
	a := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, HighWaterMark: stream.ZeroHighWaterMark,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			log("_write", b)
			x.Loop.SetImmediate(func() { cb(nil) })
		}})
	a.On("drain", func() { log("drain", a.WritableLength()) })
	log(a.Write("c"), a.Write("d"), a.WritableNeedDrain(), a.WritableLength())
}
