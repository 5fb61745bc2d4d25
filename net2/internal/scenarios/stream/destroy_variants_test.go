package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

// anyStream is a stream of whichever kind, by the parts that this scenario uses.
type anyStream struct {
	stream.Stream
	r       *stream.Readable
	d       *stream.Duplex
	destroy func(err ...error)
	on      func(event string, listener any)
}

func (s *anyStream) readable() bool { return s.r != nil || s.d != nil }

func (s *anyStream) push(v any) bool {
	if s.r != nil {
		return s.r.Push(v)
	}
	return s.d.Push(v)
}

func (s *anyStream) read() any {
	if s.r != nil {
		return s.r.Read()
	}
	return s.d.Read()
}

func (s *anyStream) aborted() (aborted, ended bool) {
	if s.r != nil {
		return s.r.ReadableAborted(), s.r.ReadableEnded()
	}
	return s.d.ReadableAborted(), s.d.ReadableEnded()
}

type destroyTest struct {
	x    *transcript.T
	kind string
}

type destroyHook func(log func(...any), err error, cb func(error))

func (k *destroyTest) make(log func(...any), hook destroyHook, silent bool) *anyStream {
	if hook == nil {
		hook = func(_ func(...any), err error, cb func(error)) { cb(err) }
	}
	later := func(cb func(error)) { k.x.Loop.SetImmediate(func() { cb(nil) }) }
	switch k.kind {
	case "readable":
		r := stream.NewReadable(stream.ReadableOptions{Loop: k.x.Loop, NoEmitClose: silent,
			Read:    func(*stream.Readable, int) {},
			Destroy: func(_ *stream.Readable, err error, cb func(error)) { hook(log, err, cb) }})
		return &anyStream{Stream: r, r: r, destroy: func(e ...error) { r.Destroy(e...) },
			on: func(e string, l any) { r.On(e, l) }}
	case "writable":
		w := stream.NewWritable(stream.WritableOptions{Loop: k.x.Loop, NoEmitClose: silent,
			WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { later(cb) },
			Destroy:    func(_ *stream.Writable, err error, cb func(error)) { hook(log, err, cb) }})
		return &anyStream{Stream: w, destroy: func(e ...error) { w.Destroy(e...) }, on: func(e string, l any) { w.On(e, l) }}
	}
	d := stream.NewDuplex(stream.DuplexOptions{Loop: k.x.Loop, NoEmitClose: silent,
		Read:       func(*stream.Duplex, int) {},
		WriteBytes: func(_ *stream.Duplex, _ []byte, cb func(error)) { later(cb) },
		Destroy:    func(_ *stream.Duplex, err error, cb func(error)) { hook(log, err, cb) }})
	return &anyStream{Stream: d, d: d, destroy: func(e ...error) { d.Destroy(e...) }, on: func(e string, l any) { d.On(e, l) }}
}

func (k *destroyTest) run(name string, hook destroyHook, use func(s *anyStream, log func(...any))) {
	log := k.x.Track(k.kind + " " + name)
	s := k.make(log, hook, name == "silent")
	s.on("close", func() { log("close", s.Destroyed(), s.Closed()) })
	s.on("error", func(err error) { log("error", err, s.Closed()) })
	if s.readable() {
		s.on("data", func(d []byte) { log("data", d) })
		s.on("end", func() { log("end") })
	}
	use(s, log)
	log("main", s.Destroyed(), s.Closed(), s.Errored())
	k.x.Loop.NextTick(func() { log("tick", s.Closed()) })
}

func TestDestroyVariants(t *testing.T) {
	transcript.Run(t, "destroy_variants", func(x *transcript.T) {
		for _, kind := range []string{"readable", "writable", "duplex"} {
			k := &destroyTest{x, kind}
			k.calls()
			k.hooks()
			k.run("silent", nil, func(s *anyStream, _ func(...any)) { s.destroy(fail("e")) })
			k.data()
		}
	})
}

func (k *destroyTest) calls() {
	k.run("plain", nil, func(s *anyStream, _ func(...any)) { s.destroy() })
	k.run("error", nil, func(s *anyStream, _ func(...any)) { s.destroy(fail("e")) })
	k.run("twice", nil, func(s *anyStream, _ func(...any)) {
		s.destroy()
		s.destroy(fail("late"))
	})
	k.run("error twice", nil, func(s *anyStream, _ func(...any)) {
		s.destroy(fail("one"))
		s.destroy(fail("two"))
	})
}

func (k *destroyTest) hooks() {
	plain := func(s *anyStream, _ func(...any)) { s.destroy() }
	withError := func(s *anyStream, _ func(...any)) { s.destroy(fail("e")) }
	passes := func(log func(...any), err error, cb func(error)) {
		log("_destroy", err)
		cb(err)
	}
	k.run("hook", passes, plain)
	k.run("hook error", passes, withError)
	k.run("hook swallows", func(log func(...any), err error, cb func(error)) {
		log("_destroy", err)
		cb(nil)
	}, withError)
	k.run("hook fails", func(log func(...any), err error, cb func(error)) {
		log("_destroy", err)
		cb(fail("hook"))
	}, plain)
	k.run("hook changes", func(_ func(...any), _ error, cb func(error)) { cb(fail("other")) }, withError)
	k.run("hook later", func(log func(...any), err error, cb func(error)) {
		log("_destroy", err)
		k.x.Loop.SetImmediate(func() { cb(err) })
	}, withError)
	k.run("hook throws", func(func(...any), error, func(error)) { panic(fail("thrown")) }, plain)
	k.run("hook twice", func(_ func(...any), _ error, cb func(error)) {
		cb(fail("one"))
		cb(fail("two"))
	}, plain)
}

func (k *destroyTest) data() {
	k.run("pushed", nil, func(s *anyStream, log func(...any)) {
		if s.readable() {
			s.push("a")
			s.push("b")
		}
		s.destroy()
		if s.readable() {
			log(s.push("c"), s.read())
		}
	})
	ifReadable := func(use func(s *anyStream, log func(...any))) func(*anyStream, func(...any)) {
		return func(s *anyStream, log func(...any)) {
			if s.readable() {
				use(s, log)
			}
		}
	}
	k.run("in data", nil, ifReadable(func(s *anyStream, _ func(...any)) {
		s.push("a")
		s.push("b")
		s.push(nil)
		s.on("data", func() { s.destroy() })
	}))
	k.run("in end", nil, ifReadable(func(s *anyStream, log func(...any)) {
		s.push("a")
		s.push(nil)
		s.on("end", func() {
			s.destroy()
			aborted, _ := s.aborted()
			log(aborted)
		})
	}))
	k.run("before end", nil, ifReadable(func(s *anyStream, log func(...any)) {
		s.on("close", func() {
			aborted, ended := s.aborted()
			log(aborted, ended)
		})
		s.push("a")
		s.push(nil)
		s.destroy()
	}))
}
