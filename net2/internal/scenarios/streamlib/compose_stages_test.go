package streamlib_test

import (
	"bytes"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func upper(x *transcript.T) *stream.Transform {
	return stream.NewTransform(stream.TransformOptions{
		Loop:           x.Loop,
		TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) { cb(nil, bytes.ToUpper(b)) },
	})
}

func TestComposeStages(t *testing.T) {
	transcript.Run(t, "compose_stages", func(x *transcript.T) {
		over := []string{"finish", "end", "close"}
		double := stream.NewTransform(stream.TransformOptions{
			Loop:           x.Loop,
			TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) { cb(nil, bytes.Repeat(b, 2)) },
		})
		log := x.Track("transforms")
		d := stream.Compose(upper(x), double)
		log(d.Readable(), d.Writable(), d.ReadableObjectMode(), d.WritableObjectMode())
		on(log, d, over)
		data(log, d)
		d.Write("ab", plain(log, "written"))
		d.End("cd", func() { log("ended") })

		source := x.Track("source")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
		s := stream.Compose(r, upper(x), stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop}))
		source(s.Readable(), s.Writable())
		on(source, s, over)
		data(source, s)
		r.Push("from the source")
		r.Push(nil)

		sink := x.Track("sink")
		w := stream.Compose(upper(x), stream.NewWritable(stream.WritableOptions{
			Loop: x.Loop,
			WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
				sink("write", b)
				x.Loop.SetImmediate(func() { cb(nil) })
			},
			Final: func(_ *stream.Writable, cb func(error)) { sink("final"); cb(nil) },
		}))
		sink(w.Readable(), w.Writable())
		on(sink, w, over)
		w.Write("a")
		w.End("b", func() { sink("ended") })

		closed := x.Track("closed")
		from := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, ObjectMode: true, Read: idle})
		from.Push("x")
		from.Push(nil)
		c := stream.Compose(from, stream.NewWritable(stream.WritableOptions{
			Loop:       x.Loop,
			WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) { closed("write", b); cb(nil) },
		}))
		closed(c.Readable(), c.Writable())
		on(closed, c, over)
	})
}
