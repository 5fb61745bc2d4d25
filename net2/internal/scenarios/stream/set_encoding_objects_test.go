package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestSetEncodingObjects(t *testing.T) {
	transcript.Run(t, "set_encoding_objects", func(x *transcript.T) {
		objects := func(encoding string) *stream.Readable {
			return stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, ObjectMode: true, Encoding: encoding,
				Read: func(*stream.Readable, int) {}})
		}
		see := func(log func(...any), r *stream.Readable) {
			r.On("data", func(v any) { log("data", kindOf(v), v) })
			watch(log, r, "end", "error")
		}
		func(log func(...any)) {
			r := objects("utf8")
			thrown(log, func() { log(r.Push(42)) })
			thrown(log, func() { log(r.Push("")) })
			thrown(log, func() { log(r.Push([]byte{0xe2, 0x82})) })
			thrown(log, func() { log(r.Push([]byte{0xac})) })
			thrown(log, func() { log(r.Push(true)) })
			thrown(log, func() { log(r.Push(42, "utf8")) })
			log(r.ReadableLength())
			see(log, r)
			r.Push(nil)
		}(x.Track("pushed"))
		see(x.Track("in the hook"), stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, ObjectMode: true, Encoding: "utf8",
			Read: func(r *stream.Readable, _ int) { r.Push(42) }}))
		func(log func(...any)) {
			r := objects("")
			r.Push([]byte("é"))
			thrown(log, func() { log(r.SetEncoding("utf8").ReadableLength()) })
			see(log, r)
			r.Push("text")
			r.Push(nil)
		}(x.Track("buffered"))
		func(log func(...any)) {
			r := objects("")
			r.Push(42)
			thrown(log, func() { log(r.SetEncoding("utf8").ReadableLength()) })
			log(r.ReadableLength(), r.ReadableEncoding(), r.Read())
		}(x.Track("value buffered"))
	})
}
