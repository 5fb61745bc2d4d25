package stream_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

// stream.destroyed = true: destroyed, and nobody is told.
func TestDestroyedSet(t *testing.T) {
	transcript.Run(t, "destroyed_set", func(x *transcript.T) {
		log := x.Track("readable")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {},
			Destroy: func(_ *stream.Readable, err error, cb func(error)) { log("_destroy", err); cb(err) }})
		setDestroyed(x, log, r, func() { log("push", r.Push("a"), r.Readable(), r.ReadableLength()) },
			func() (any, any) { return r.Readable(), nil })

		log2 := x.Track("writable")
		w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop,
			Write:   func(_ *stream.Writable, _ any, _ string, cb func(error)) { cb(nil) },
			Destroy: func(_ *stream.Writable, err error, cb func(error)) { log2("_destroy", err); cb(err) }})
		setDestroyed(x, log2, w, func() { log2("write", w.Write("b", func(err error) { log2("b", err) }), w.Writable()) },
			func() (any, any) { return nil, w.Writable() })

		log3 := x.Track("duplex")
		d := stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop, Read: func(*stream.Duplex, int) {},
			Write:   func(_ *stream.Duplex, _ any, _ string, cb func(error)) { cb(nil) },
			Destroy: func(_ *stream.Duplex, err error, cb func(error)) { log3("_destroy", err); cb(err) }})
		setDestroyed(x, log3, d, func() {
			log3("push", d.Push("a"), d.Readable(), d.ReadableLength())
			log3("write", d.Write("b", func(err error) { log3("b", err) }), d.Writable())
		}, func() (any, any) { return d.Readable(), d.Writable() })
	})
}

func setDestroyed[T interface {
	stream.Stream
	On(string, any) T
	Destroy(...error) T
}](x *transcript.T, log func(...any), s T, use func(), sides func() (any, any)) {
	for _, e := range []string{"end", "finish", "close"} {
		s.On(e, func() { log(e) })
	}
	s.On("error", func(err error) { log("error", err) })
	stream.SetDestroyed(s, true)
	log(s.Destroyed(), s.Closed(), s.Errored())
	s.Destroy(errors.New("too late"))
	use()
	x.Loop.SetImmediate(func() {
		log(s.Destroyed(), s.Closed())
		stream.SetDestroyed(s, false)
		readable, writable := sides()
		log(s.Destroyed(), readable, writable)
		s.Destroy(errors.New("now"))
	})
}
