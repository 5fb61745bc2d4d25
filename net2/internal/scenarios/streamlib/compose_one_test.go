package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestComposeOne(t *testing.T) {
	transcript.Run(t, "compose_one", func(x *transcript.T) {
		bothSides(x, "passthrough", stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop, ObjectMode: true, HighWaterMark: 1}))
		bothSides(x, "transform", stream.NewTransform(stream.TransformOptions{Loop: x.Loop, HighWaterMark: 2,
			TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) { cb(nil, append(b, '!')) }}))
		func(log log) {
			s := stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop})
			c := stream.Compose(s)
			watchOne(log, s)
			c.Destroy()
			log(s.Destroyed())
		}(x.Track("destroyed"))
		func(log log) {
			s := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
			c := stream.Compose(s)
			log(c.Readable(), c.Writable())
			watchOne(log, c)
			data(log, c)
			s.Push("x")
			s.Push(nil)
		}(x.Track("readable"))
		func(log log) {
			s := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
			c := stream.Compose(s)
			watchOne(log, c)
			failure(log, s, "inner")
			c.Destroy()
		}(x.Track("readable destroyed"))
		func(log log) {
			s := stream.NewWritable(stream.WritableOptions{Loop: x.Loop,
				WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
					log("write", b)
					x.Loop.SetImmediate(func() { cb(nil) })
				}})
			c := stream.Compose(s)
			log(c.Readable(), c.Writable())
			watchOne(log, c)
			c.End("x", plain(log, "ended"))
		}(x.Track("writable"))
	})
}

func watchOne[T emitter[T]](log log, s T) {
	on(log, s, []string{"end", "finish", "close"})
	failure(log, s)
}

// bothSides composes a stream that has both sides.
func bothSides(x *transcript.T, name string, s interface {
	stream.Stream
	WritableLength() int
	ReadableLength() int
}) {
	log := x.Track(name)
	c := stream.Compose(s)
	log(c.ReadableHighWaterMark(), c.WritableHighWaterMark(), c.ReadableObjectMode(), c.WritableObjectMode())
	watchOne(log, c)
	log(c.Write("a"), c.Write("b"), s.WritableLength(), s.ReadableLength())
	data(log, c)
	c.End("c")
}
