package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestObjectMode(t *testing.T) {
	transcript.Run(t, "object_mode", func(x *transcript.T) {
		objectReadable(x)
		objectWritable(x)
		objectSync(x)
	})
}

func objectReadable(x *transcript.T) {
	log := x.Track("readable")
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, ObjectMode: true, HighWaterMark: 2,
		Read: func(*stream.Readable, int) { log("_read") }})
	log(r.Push(0), r.Push(""), r.Push(false), r.ReadableLength(), r.ReadableObjectMode(), r.ReadableHighWaterMark())
	log(r.Read(7), r.Read(0), r.Read(), r.ReadableLength())
	r.Push("text", "hex")
	r.Unshift("first")
	watch(log, r, "data", "end")
	x.Loop.SetImmediate(func() {
		log("direct", r.Push(42))
		r.Push(nil)
	})
}

func objectWritable(x *transcript.T) {
	log := x.Track("writable")
	types := map[bool]string{true: "boolean"}
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, ObjectMode: true, HighWaterMark: 2,
		Write: func(_ *stream.Writable, v any, enc string, cb func(error)) {
			kind := types[v == false]
			if _, ok := v.(string); ok {
				kind = "string"
			} else if _, ok := v.(int); ok {
				kind = "number"
			}
			log("_write", v, transcript.OrNull(enc), kind)
			x.Loop.SetImmediate(func() { cb(nil) })
		}})
	watch(log, w, "drain", "finish")
	log(w.Write(1), w.Write("two"), w.Write(false), w.WritableLength(), w.WritableObjectMode())
	log(w.WriteEncoded("four", "latin1"))
	thrown(log, func() { w.Write(nil) })
	w.End(5)
}

func objectSync(x *transcript.T) {
	log := x.Track("sync")
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, ObjectMode: true,
		Write: func(_ *stream.Writable, v any, _ string, cb func(error)) {
			log("_write", v)
			cb(nil)
		}})
	watch(log, w, "finish")
	log(w.Write(1), w.Write(2), w.WritableLength())
	w.End(3, func() { log("ended") })
	x.Loop.NextTick(func() { log("tick") })
}
