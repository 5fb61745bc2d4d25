package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestBadChunks(t *testing.T) {
	transcript.Run(t, "bad_chunks", func(x *transcript.T) {
		log := x.Track("thrown")
		hook := func(_ *stream.Writable, _ []byte, cb func(error)) { cb(nil) }
		w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, WriteBytes: hook})
		for _, v := range []any{42, 1.5, true} {
			thrown(log, func() { w.Write(v) })
			thrown(log, func() { w.End(v) })
		}
		thrown(log, func() { w.Write(nil) })
		thrown(log, func() { w.WriteEncoded("a", "klingon") })
		thrown(log, func() { w.End("a", "klingon") })
		thrown(log, func() { w.SetDefaultEncoding("klingon") })
		thrown(log, func() { stream.NewWritable(stream.WritableOptions{Loop: x.Loop, DefaultEncoding: "klingon"}) })
		thrown(log, func() { stream.NewWritable(stream.WritableOptions{Loop: x.Loop}).Write("a") })
		thrown(log, func() { stream.NewWritable(stream.WritableOptions{Loop: x.Loop, HighWaterMark: -5}) })
		thrown(log, func() { stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: -5}) })
		thrown(log, func() { stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop, ReadableHighWaterMark: -5}) })
		thrown(log, func() { stream.SetDefaultHighWaterMark(false, -5) })
		log(w.Writable(), w.WritableLength(), w.Destroyed(), w.Errored())
		badPushes(x)
	})
}

func badPushes(x *transcript.T) {
	log := x.Track("pushed")
	for _, v := range []any{42, false} {
		for _, method := range []string{"push", "unshift"} {
			r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
			r.On("error", func(err *stream.Error) { log(method, err.Code+" "+err.Message, r.Destroyed()) })
			add := r.Push
			if method == "unshift" {
				add = r.Unshift
			}
			log(method, add(v), r.Push("more"))
		}
	}
}
