package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestSetEncodingLate(t *testing.T) {
	transcript.Run(t, "set_encoding_late", func(x *transcript.T) {
		log := x.Track("late")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
		bytes := []byte("é€xyz")
		r.Push(bytes[:3])
		r.Push(bytes[3:5])
		log("buffered", r.ReadableLength(), transcript.OrNull(r.ReadableEncoding()))
		r.SetEncoding("utf8")
		log("decoded", r.ReadableLength(), r.ReadableEncoding())
		log("read", r.Read())
		log("nothing", r.Read())
		r.Push(bytes[5:])
		log("read(1)", r.Read(1), r.ReadableLength())
		log("read(2)", r.Read(2), r.ReadableLength())
		on(log, r, []string{"end"})
		r.Push(nil)
		log("read", r.Read())
	})
}
