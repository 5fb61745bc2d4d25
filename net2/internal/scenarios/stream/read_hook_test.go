package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestReadHook(t *testing.T) {
	transcript.Run(t, "read_hook", func(x *transcript.T) {
		readThrows(x)
		readThrowsLater(x)
		missing := x.Track("missing")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop})
		watchError(missing, r)
		missing(r.Read())
		readAhead(x)
		readMany(x)
		readEmpty(x)
		bad := x.Track("bad")
		r = stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
		watchError(bad, r)
		bad(r.Push(42), r.Push("x"))
	})
}

// watchError logs an error as Node prints it: a panic of ours carries a Name.
func watchError(log func(...any), r *stream.Readable) {
	r.On("error", func(err error) {
		if e, ok := err.(*stream.Error); ok {
			log("error", e.Code+" "+e.Message)
			return
		}
		log("error", err)
	})
}

func readThrows(x *transcript.T) {
	log := x.Track("throws")
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop,
		Read: func(*stream.Readable, int) { panic(fail("no data today")) }})
	watch(log, r, "error", "close", "data")
}

func readThrowsLater(x *transcript.T) {
	log := x.Track("throws later")
	n := 0
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, NoAutoDestroy: true,
		Read: func(r *stream.Readable, _ int) {
			log("_read")
			if n++; n == 1 {
				r.Push("a")
				return
			}
			panic("second")
		}})
	r.On("error", func(err error) { log("error", err, r.Destroyed()) })
	watch(log, r, "close", "data")
	x.Loop.SetImmediate(func() { log("later", r.Push("b"), r.ReadableLength()) })
}

func readAhead(x *transcript.T) {
	log := x.Track("ahead")
	n := 0
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: 3,
		Read: func(r *stream.Readable, _ int) {
			log("_read", r.ReadableLength())
			x.Loop.SetImmediate(func() {
				if n++; n > 8 {
					log("push", n, r.Push(nil))
				} else {
					log("push", n, r.Push(string(rune('0'+n))))
				}
			})
		}})
	watch(log, r, "end")
	r.Read(0)
	after(x, 7, func() {
		log("filled", r.ReadableLength())
		r.On("data", func(d []byte) { log("data", d, r.ReadableLength()) })
	})
}

func readMany(x *transcript.T) {
	log := x.Track("many")
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: 4,
		Read: func(r *stream.Readable, _ int) {
			log("_read")
			r.Push("ab")
			r.Push("cd")
			r.Push("ef")
			r.Push(nil)
		}})
	watch(log, r, "data", "end")
}

func readEmpty(x *transcript.T) {
	log := x.Track("empty")
	n := 0
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop,
		Read: func(r *stream.Readable, _ int) {
			log("_read")
			switch n++; {
			case n < 4:
				log("push", r.Push(""))
			case n == 4:
				r.Push("x")
			default:
				r.Push(nil)
			}
		}})
	watch(log, r, "data", "end")
}
