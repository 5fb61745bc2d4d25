package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestComposeFailures(t *testing.T) {
	transcript.Run(t, "compose_failures", func(x *transcript.T) {
		pass := func() *stream.PassThrough { return stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop}) }
		failing := x.Track("stage fails")
		a := pass()
		b := stream.NewTransform(stream.TransformOptions{
			Loop:           x.Loop,
			TransformBytes: func(_ *stream.Transform, _ []byte, cb func(error, []byte)) { cb(boom("boom"), nil) },
		})
		d := stream.Compose(a, b, pass())
		failure(failing, d)
		d.On("close", func() { failing("close", a.Destroyed(), b.Destroyed()) })
		data(failing, d)
		d.Write("x", said(failing, "written"))

		destroyed := x.Track("destroyed")
		f, g := pass(), pass()
		failure(destroyed, f, "head")
		failure(destroyed, g, "tail")
		on(destroyed, f, []string{"close"}, "head")
		on(destroyed, g, []string{"close"}, "tail")
		h := stream.Compose(f, g)
		failure(destroyed, h)
		h.On("close", func() { destroyed("close", f.Destroyed(), g.Destroyed()) })
		h.Write("x")
		h.Destroy()

		reason := x.Track("destroyed with error")
		k := stream.Compose(pass(), pass())
		failure(reason, k)
		on(reason, k, []string{"close"})
		k.Destroy(boom("mine"))

		log := x.Track("arguments")
		attempt := func(fn func()) {
			e := thrown(fn)
			log(e.Name, e.Code)
		}
		attempt(func() {
			stream.Compose(stream.NewWritable(stream.WritableOptions{Loop: x.Loop, WriteBytes: taker}), pass())
		})
		attempt(func() { stream.Compose(pass(), stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})) })
	})
}
