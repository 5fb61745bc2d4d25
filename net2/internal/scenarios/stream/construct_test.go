package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

type constructTest struct{ x *transcript.T }

func (k constructTest) duplex(name string, construct func(s *stream.Duplex, cb func(error)),
	use func(s *stream.Duplex, log func(...any)), noAutoDestroy bool) {
	log := k.x.Track(name)
	s := stream.NewDuplex(stream.DuplexOptions{Loop: k.x.Loop, NoAutoDestroy: noAutoDestroy,
		Construct: func(s *stream.Duplex, cb func(error)) {
			log("_construct")
			construct(s, cb)
		},
		Read: func(s *stream.Duplex, _ int) {
			log("_read")
			s.Push("data")
			s.Push(nil)
		},
		WriteBytes: func(_ *stream.Duplex, b []byte, cb func(error)) {
			log("_write", b)
			cb(nil)
		},
		Final: func(_ *stream.Duplex, cb func(error)) {
			log("_final")
			cb(nil)
		},
		Destroy: func(_ *stream.Duplex, err error, cb func(error)) {
			log("_destroy", err)
			cb(err)
		}})
	watch(log, s, "data", "end", "drain", "finish", "close", "error")
	use(s, log)
	log("main")
	k.x.Loop.NextTick(func() { log("tick") })
}

func (k constructTest) later(cb func(error), err error) { k.x.Loop.SetImmediate(func() { cb(err) }) }

func traffic(s *stream.Duplex, log func(...any)) {
	log(s.Write("a", told(log, "a")), s.Write("b", told(log, "b")))
	s.End("c", told(log, "end"))
}

func TestConstruct(t *testing.T) {
	transcript.Run(t, "construct", func(x *transcript.T) {
		k := constructTest{x}
		async := func(_ *stream.Duplex, cb func(error)) { k.later(cb, nil) }
		fails := func(_ *stream.Duplex, cb func(error)) { k.later(cb, fail("no")) }
		k.duplex("sync", func(_ *stream.Duplex, cb func(error)) { cb(nil) }, traffic, false)
		k.duplex("async", async, traffic, false)
		k.duplex("fails", fails, traffic, false)
		k.duplex("fails sync", func(_ *stream.Duplex, cb func(error)) { cb(fail("no")) }, traffic, false)
		k.duplex("throws", func(*stream.Duplex, func(error)) { panic(fail("thrown")) }, traffic, false)
		k.duplex("twice", func(_ *stream.Duplex, cb func(error)) {
			k.later(cb, nil)
			k.later(cb, nil)
		}, traffic, false)
		k.duplex("destroyed", async, func(s *stream.Duplex, log func(...any)) {
			traffic(s, log)
			s.Destroy()
		}, false)
		k.duplex("destroyed with error", async, func(s *stream.Duplex, log func(...any)) {
			traffic(s, log)
			s.Destroy(fail("early"))
		}, false)
		k.duplex("destroyed and fails", fails, func(s *stream.Duplex, log func(...any)) {
			s.Destroy(fail("early"))
			s.On("error", func(err error) { log(err.Error()) })
		}, false)
		k.duplex("destroyed plainly and fails", fails, func(s *stream.Duplex, _ func(...any)) { s.Destroy() }, false)
		k.duplex("destroys itself", func(s *stream.Duplex, cb func(error)) {
			s.Destroy()
			k.later(cb, nil)
		}, traffic, false)
		k.duplex("kept", fails, traffic, true)
		k.readable()
		k.writable()
	})
}

func (k constructTest) readable() {
	log := k.x.Track("readable")
	r := stream.NewReadable(stream.ReadableOptions{Loop: k.x.Loop,
		Construct: func(_ *stream.Readable, cb func(error)) {
			log("_construct")
			k.later(cb, nil)
		},
		Read: func(r *stream.Readable, _ int) {
			log("_read")
			r.Push(nil)
		}})
	watch(log, r, "readable", "end")
	log(r.Read(), r.Read(0))
	k.x.Loop.NextTick(func() { log(r.Read()) })
}

func (k constructTest) writable() {
	log := k.x.Track("writable")
	w := stream.NewWritable(stream.WritableOptions{Loop: k.x.Loop, HighWaterMark: 2,
		Construct: func(_ *stream.Writable, cb func(error)) {
			log("_construct")
			k.later(cb, nil)
		},
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			log("_write", b)
			cb(nil)
		},
		Writev: func(_ *stream.Writable, chunks []stream.Chunk, cb func(error)) {
			log("_writev", len(chunks))
			cb(nil)
		}})
	watch(log, w, "drain")
	log(w.Write("a"), w.Write("b"), w.WritableLength())
}
