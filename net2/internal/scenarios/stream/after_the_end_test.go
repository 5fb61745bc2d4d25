package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestAfterTheEnd(t *testing.T) {
	transcript.Run(t, "after_the_end", func(x *transcript.T) {
		k := endTest{x}
		k.unread()
		k.paused()
		k.exact()
		k.late()
		k.destroyed()
	})
}

type endTest struct{ x *transcript.T }

func (k endTest) run(name string, o stream.ReadableOptions, use func(r *stream.Readable, log func(...any))) {
	log := k.x.Track(name)
	o.Loop = k.x.Loop
	if o.Read == nil {
		o.Read = func(*stream.Readable, int) { log("_read") }
	}
	r := stream.NewReadable(o)
	watch(log, r, "end", "pause", "resume", "close", "error")
	use(r, log)
}

func (k endTest) unread() {
	o := stream.ReadableOptions{}
	k.run("never read", o, func(r *stream.Readable, log func(...any)) {
		r.Push("a")
		r.Push(nil)
		after(k.x, 1, func() { log(r.Readable(), r.ReadableEnded(), r.ReadableLength()) })
	})
	k.run("empty, never read", o, func(r *stream.Readable, log func(...any)) {
		r.Push(nil)
		after(k.x, 1, func() { log(r.Readable(), r.ReadableEnded()) })
	})
	k.run("empty, resumed", o, func(r *stream.Readable, _ func(...any)) {
		r.Push(nil)
		r.Resume()
	})
	k.run("empty, readable", o, func(r *stream.Readable, log func(...any)) {
		r.Push(nil)
		r.On("readable", func() { log("readable", r.Read()) })
	})
	k.run("data after end", stream.ReadableOptions{NoAutoDestroy: true}, func(r *stream.Readable, log func(...any)) {
		r.Push(nil)
		r.Resume()
		r.On("end", func() {
			after(k.x, 1, func() {
				watch(log, r, "data", "readable")
				log(r.ReadableFlowing().String())
				r.Resume()
				log(r.Read(), r.Read(1))
			})
		})
	})
}

func (k endTest) paused() {
	k.run("paused at the end", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
		r.On("data", func(d []byte) {
			log("data", d)
			r.Pause()
		})
		r.Push("a")
		r.Push("b")
		r.Push(nil)
		for turn := 1; turn <= 2; turn++ {
			after(k.x, turn, func() {
				log(r.ReadableEnded())
				r.Resume()
			})
		}
	})
	k.run("resume and pause", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
		r.Push("a")
		r.Push(nil)
		r.Resume().Pause().Resume().Pause()
		after(k.x, 1, func() {
			log(r.ReadableLength())
			r.Resume()
		})
	})
}

func (k endTest) exact() {
	k.run("exact read", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
		r.Push("abcd")
		r.Push(nil)
		log(r.Read(4))
		after(k.x, 1, func() {
			log(r.ReadableEnded())
			log(r.Read())
		})
	})
	k.run("read all", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
		r.Push("abcd")
		r.Push(nil)
		log(r.Read())
	})
	k.run("null in read", stream.ReadableOptions{Read: func(r *stream.Readable, _ int) { r.Push(nil) }},
		func(r *stream.Readable, log func(...any)) { r.On("data", func() { log("data") }) })
}

func (k endTest) late() {
	k.run("pushed in end", stream.ReadableOptions{NoAutoDestroy: true}, func(r *stream.Readable, log func(...any)) {
		r.On("end", func() { log("push", r.Push("x")) })
		r.Push(nil)
		r.Resume()
	})
	k.run("put back before end", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
		watch(log, r, "data")
		r.Push("a")
		r.Push(nil)
		k.x.Loop.NextTick(func() { k.x.Loop.NextTick(func() { log(r.Unshift("back")) }) })
	})
}

func (k endTest) destroyed() {
	k.run("destroyed, read", stream.ReadableOptions{}, func(r *stream.Readable, log func(...any)) {
		r.Push("a")
		r.Destroy()
		log(r.Read(), r.ReadableLength())
		after(k.x, 1, func() { log(r.Read(), r.Resume() == r, r.Pause() == r) })
	})
	log := k.x.Track("piped after destroy")
	r := stream.NewReadable(stream.ReadableOptions{Loop: k.x.Loop, Read: func(*stream.Readable, int) {}})
	w := stream.NewWritable(stream.WritableOptions{Loop: k.x.Loop,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			log("_write", b)
			cb(nil)
		}})
	for _, e := range []string{"pipe", "unpipe", "finish", "close"} {
		w.On(e, func() { log(e) })
	}
	watch(log, w, "error")
	w.Destroy()
	r.Pipe(w)
	r.Push("a")
	after(k.x, 1, func() { log(r.ReadableFlowing().String(), r.ReadableLength(), r.ListenerCount("data")) })
}
