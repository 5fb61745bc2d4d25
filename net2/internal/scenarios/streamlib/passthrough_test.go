package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPassThrough(t *testing.T) {
	transcript.Run(t, "passthrough", func(x *transcript.T) {
		o := stream.TransformOptions{Loop: x.Loop}
		log := x.Track("bytes")
		p := stream.NewPassThrough(o)
		p.On("readable", func() {
			for chunk := p.Read(); chunk != nil; chunk = p.Read() {
				log("read", chunk)
			}
		})
		on(log, p, []string{"end", "finish", "close"})
		p.Write("a")
		p.Write("b")
		p.End("c")

		text := x.Track("text")
		q := stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop, Encoding: "utf8"})
		data(text, q)
		on(text, q, []string{"end"})
		euro := []byte("€")
		q.Write(euro[:1])
		q.Write(euro[1:])
		q.End(euro[:2])

		chain := x.Track("chain")
		a, b := stream.NewPassThrough(o), stream.NewPassThrough(o)
		a.Pipe(stream.NewPassThrough(o)).(*stream.PassThrough).Pipe(b)
		data(chain, b)
		on(chain, b, []string{"end"})
		a.End("through three")

		paused := x.Track("paused")
		s := stream.NewPassThrough(o)
		s.Pause()
		data(paused, s)
		on(paused, s, []string{"end"})
		s.End("kept")
		x.Loop.SetImmediate(func() {
			paused("paused", s.IsPaused(), s.ReadableLength())
			s.Resume()
		})

		own := x.Track("own hook")
		o.Transform = func(_ *stream.Transform, chunk any, _ string, cb func(error, any)) {
			cb(nil, "<"+string(chunk.([]byte))+">")
		}
		o.Flush = func(_ *stream.Transform, cb func(error, any)) { cb(nil, "flushed") }
		t := stream.NewPassThrough(o)
		data(own, t)
		t.End("x")
	})
}
