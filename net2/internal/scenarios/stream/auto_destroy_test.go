package stream_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestAutoDestroy(t *testing.T) {
	transcript.Run(t, "auto_destroy", func(x *transcript.T) {
		for _, auto := range []bool{true, false} {
			for _, emit := range []bool{true, false} {
				autoReadable(x, auto, emit)
				autoWritable(x, auto, emit)
				autoDuplex(x, auto, emit)
			}
		}
		for _, auto := range []bool{true, false} {
			autoError(x, auto)
		}
	})
}

func autoLog(x *transcript.T, kind string, auto, emit bool) func(...any) {
	return x.Track(fmt.Sprint(kind, " ", auto, " ", emit))
}

// over logs the end of s, and what destroy does then.
func over[T interface {
	stream.Stream
	On(string, any) T
	Destroy(...error) T
}](x *transcript.T, log func(...any), s T, late func()) {
	for _, e := range []string{"end", "finish", "close"} {
		s.On(e, func() { log(e, s.Destroyed(), s.Closed()) })
	}
	s.On("error", func(err error) { log("error", err) })
	x.Loop.SetImmediate(func() {
		log("over", s.Destroyed(), s.Closed())
		s.Destroy()
		x.Loop.NextTick(func() { log("destroyed", s.Destroyed(), s.Closed()) })
		late()
	})
}

func autoReadable(x *transcript.T, auto, emit bool) {
	log := autoLog(x, "readable", auto, emit)
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, NoAutoDestroy: !auto, NoEmitClose: !emit,
		Read: func(*stream.Readable, int) {},
		Destroy: func(_ *stream.Readable, err error, cb func(error)) {
			log("_destroy", err)
			cb(err)
		}})
	over(x, log, r, func() { log(r.Push("late")) })
	r.Resume()
	r.Push("a")
	r.Push(nil)
}

func autoWritable(x *transcript.T, auto, emit bool) {
	log := autoLog(x, "writable", auto, emit)
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, NoAutoDestroy: !auto, NoEmitClose: !emit,
		WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { cb(nil) },
		Destroy: func(_ *stream.Writable, err error, cb func(error)) {
			log("_destroy", err)
			cb(err)
		}})
	over(x, log, w, func() { w.Write("late", told(log, "late")) })
	w.Write("b")
	w.End()
}

func autoDuplex(x *transcript.T, auto, emit bool) {
	log := autoLog(x, "duplex", auto, emit)
	d := stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop, NoAutoDestroy: !auto, NoEmitClose: !emit,
		Read:       func(*stream.Duplex, int) {},
		WriteBytes: func(_ *stream.Duplex, _ []byte, cb func(error)) { cb(nil) },
		Destroy: func(_ *stream.Duplex, err error, cb func(error)) {
			log("_destroy", err)
			cb(err)
		}})
	over(x, log, d, func() {
		d.Write("late", told(log, "late"))
		log(d.Push("late"))
	})
	d.Resume()
	d.Push("a")
	d.Push(nil)
	d.Write("b")
	d.End()
}

func autoError(x *transcript.T, auto bool) {
	log := x.Track(fmt.Sprint("error ", auto))
	s := stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop, NoAutoDestroy: !auto,
		Read:       func(*stream.Duplex, int) {},
		WriteBytes: func(_ *stream.Duplex, _ []byte, cb func(error)) { cb(fail("bad")) }})
	for _, e := range []string{"end", "finish", "close", "data"} {
		s.On(e, func() { log(e) })
	}
	s.On("error", func(err error) { log("error", err, s.Destroyed(), s.Readable(), s.Writable()) })
	s.Push("a")
	s.Write("b", told(log, "b"))
	log(s.Errored(), s.Readable(), s.Writable())
	x.Loop.SetImmediate(func() {
		log(s.Push("c"), s.Read(), s.Write("d", told(log, "d")), s.ReadableAborted())
		s.Destroy()
	})
}
