package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestUnshiftBytes(t *testing.T) {
	transcript.Run(t, "unshift_bytes", func(x *transcript.T) {
		run := func(name string, use func(r *stream.Readable, read func(n ...int), log func(...any))) {
			log := x.Track(name)
			r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Encoding: "utf8", Read: func(*stream.Readable, int) {}})
			use(r, func(n ...int) {
				v := r.Read(n...)
				log(kindOf(v), v, r.ReadableLength())
			}, log)
		}
		run("last", func(r *stream.Readable, read func(...int), _ func(...any)) {
			r.Unshift([]byte("é"))
			read()
		})
		run("all", func(r *stream.Readable, read func(...int), _ func(...any)) {
			r.Push("text")
			r.Unshift([]byte("é"))
			read()
		})
		run("alone", func(r *stream.Readable, read func(...int), _ func(...any)) {
			r.Push("text")
			r.Unshift([]byte("ab"))
			read(2)
			read()
		})
		run("a part", func(r *stream.Readable, read func(...int), _ func(...any)) {
			r.Push("text")
			r.Unshift([]byte("abc"))
			read(1)
			read(1)
			read(1)
			read()
		})
		run("exactly", func(r *stream.Readable, read func(...int), _ func(...any)) {
			r.Unshift([]byte("ab"))
			read(2)
		})
		run("flowing", func(r *stream.Readable, _ func(...int), log func(...any)) {
			r.Push("text")
			r.Unshift([]byte("é"))
			r.Unshift([]byte("ü"))
			r.On("data", func(v any) { log("data", kindOf(v), v) })
		})
		run("flowing, last", func(r *stream.Readable, _ func(...int), log func(...any)) {
			r.Unshift([]byte("é"))
			r.On("data", func(v any) { log("data", kindOf(v), v) })
		})
		run("piped", func(r *stream.Readable, _ func(...int), log func(...any)) {
			r.Push("text")
			r.Unshift([]byte("é"))
			r.Pipe(stream.NewWritable(stream.WritableOptions{Loop: x.Loop, NoDecodeStrings: true,
				Write: func(_ *stream.Writable, v any, encoding string, cb func(error)) {
					log("write", kindOf(v), v, encoding)
					cb(nil)
				}}))
			x.Loop.SetImmediate(func() {
				r.Pause()
				r.Unshift([]byte("ü"))
				r.Resume()
			})
		})
	})
}
