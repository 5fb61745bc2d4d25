package stream_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestUnshiftFront(t *testing.T) {
	transcript.Run(t, "unshift_front", func(x *transcript.T) {
		header(x)
		log := x.Track("flowing")
		s := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
		back := true
		s.On("data", func(d []byte) {
			log("data", d)
			if back {
				back = false
				log("unshift", s.Unshift("put back"))
				log("length", s.ReadableLength())
			}
		})
		watch(log, s, "end")
		s.Push("first")
		x.Loop.SetImmediate(func() {
			s.Push("second")
			s.Push(nil)
			log("unshift after null", s.Unshift("third"))
		})
	})
}

func header(x *transcript.T) {
	log := x.Track("header")
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
	header := ""
	watch(log, r, "error", "close", "end")
	r.On("end", func() { log("unshift", r.Unshift("late")) })
	var onReadable func()
	onReadable = func() {
		for c := r.Read(); c != nil; c = r.Read() {
			log("read", c)
			head, body, found := strings.Cut(string(c.([]byte)), "\n\n")
			header += head
			if !found {
				continue
			}
			r.Off("readable", onReadable)
			log("unshift", r.Unshift([]byte(body)))
			log("header", header)
			r.On("data", func(d []byte) { log("data", d) })
			return
		}
	}
	r.On("readable", onReadable)
	r.Push("a: b\n")
	x.Loop.SetImmediate(func() {
		r.Push("c: d\n\nbody")
		x.Loop.SetImmediate(func() {
			r.Push("more")
			log("unshift empty", r.Unshift(""), r.Unshift([]byte{}))
			r.Push(nil)
		})
	})
}
