package stream_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestSetEncoding(t *testing.T) {
	transcript.Run(t, "set_encoding", func(x *transcript.T) {
		euro := []byte("a€b😀c")
		run := func(name string, o stream.ReadableOptions, use func(r *stream.Readable, log func(...any))) {
			log := x.Track(name)
			o.Loop, o.Read = x.Loop, func(*stream.Readable, int) {}
			r := stream.NewReadable(o)
			use(r, log)
			log(r.ReadableEncoding())
			r.On("data", func(d any) { log("data", d, fmt.Sprintf("%T", d)) })
			watch(log, r, "end")
			each := func() {
				for i := range euro {
					r.Push(euro[i : i+1])
				}
			}
			each()
			x.Loop.SetImmediate(func() {
				each()
				r.Push(euro[:2])
				r.Push(nil)
				log("length", r.ReadableLength())
			})
		}
		set := func(enc string) func(*stream.Readable, func(...any)) {
			return func(r *stream.Readable, _ func(...any)) { r.SetEncoding(enc) }
		}
		nothing := func(*stream.Readable, func(...any)) {}
		run("utf8", stream.ReadableOptions{}, set("utf8"))
		run("option", stream.ReadableOptions{Encoding: "UTF-8"}, nothing)
		run("hex", stream.ReadableOptions{}, set("hex"))
		run("base64", stream.ReadableOptions{}, set("base64"))
		run("latin1", stream.ReadableOptions{Encoding: "latin1"}, nothing)
		run("utf16le", stream.ReadableOptions{}, set("ucs2"))
		run("buffered", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
			r.Push(euro[:3])
			r.Push(euro[3:6])
			log(r.ReadableLength())
			r.SetEncoding("utf8")
			log(r.ReadableLength())
		})
		run("strings", stream.ReadableOptions{}, func(r *stream.Readable, _ func(...any)) {
			r.SetEncoding("utf8")
			r.Push("text")
			r.Push("6869", "hex")
			r.Unshift("latin\u00e9", "latin1")
		})
		run("twice", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
			r.Push(euro)
			r.SetEncoding("utf8")
			r.SetEncoding("hex")
			log(r.ReadableLength())
		})
		log := x.Track("thrown")
		o := stream.ReadableOptions{Loop: x.Loop}
		thrown(log, func() { stream.NewReadable(o).SetEncoding("nope") })
		thrown(log, func() { stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Encoding: "nope"}) })
		thrown(log, func() { stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, DefaultEncoding: "nope"}) })
		n := x.Track("read")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Encoding: "utf8",
			Read: func(*stream.Readable, int) {}})
		r.Push("ab€")
		r.Push("cdé😀f")
		n(r.ReadableLength(), r.Read(4), r.ReadableLength())
		n(r.Read(1), r.Read(1), r.ReadableLength())
		n(r.Read(3), r.Read())
	})
}
