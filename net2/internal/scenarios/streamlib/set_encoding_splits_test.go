package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestSetEncodingSplits(t *testing.T) {
	transcript.Run(t, "set_encoding_splits", func(x *transcript.T) {
		log := x.Track("bytes")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
		r.SetEncoding("utf8")
		data(log, r)
		on(log, r, []string{"end", "close"})
		for _, b := range []byte("aé€😀b") {
			r.Push([]byte{b})
		}
		r.Push([]byte{0xe2, 0x82})
		r.Push(nil)

		whole := x.Track("whole")
		s := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle, Encoding: "utf8"})
		data(whole, s)
		on(whole, s, []string{"end"})
		s.Push([]byte("a€")[:3])
		s.Push([]byte("a€")[3:])
		s.Push([]byte{0xf0, 0x9f, 0x98})
		s.Push([]byte("x"))
		s.Push(nil)
	})
}
