package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestSameCallback(t *testing.T) {
	transcript.Run(t, "same_callback", func(x *transcript.T) {
		k := callbackTest{x}
		uses := []struct {
			name string
			use  func(w *stream.Writable, log func(...any))
		}{{"same", k.same}, {"mixed", k.mixed}, {"nested", k.nested}}
		sync := func(cb func(error)) { cb(nil) }
		for _, u := range uses {
			k.run(u.name, sync, false, u.use)
			k.run(u.name+" later", func(cb func(error)) { x.Loop.SetImmediate(func() { cb(nil) }) }, false, u.use)
			k.run(u.name+" objects", sync, true, u.use)
			k.run(u.name+" in a tick", func(cb func(error)) { x.Loop.NextTick(func() { cb(nil) }) }, false, u.use)
		}
	})
}

type callbackTest struct{ x *transcript.T }

func (k callbackTest) run(name string, write func(func(error)), objects bool, use func(*stream.Writable, func(...any))) {
	log := k.x.Track(name)
	w := stream.NewWritable(stream.WritableOptions{Loop: k.x.Loop, HighWaterMark: 2, ObjectMode: objects,
		Write: func(_ *stream.Writable, c any, _ string, cb func(error)) {
			log("_write", c)
			write(cb)
		}})
	watch(log, w, "drain", "finish", "close")
	use(w, log)
	k.x.Loop.NextTick(func() { log("tick") })
	k.x.Loop.QueueMicrotask(func() { log("microtask") })
}

func (k callbackTest) same(w *stream.Writable, log func(...any)) {
	n := 0
	cb := func(err error) {
		n++
		log("same", n, err)
		k.x.Loop.QueueMicrotask(func() { log("after", n) })
	}
	w.Write("a", cb)
	w.Write("b", cb)
	k.x.Loop.NextTick(func() { log("between") })
	w.Write("ccc", cb)
	w.End("d", cb)
}

func (k callbackTest) mixed(w *stream.Writable, log func(...any)) {
	n := 0
	counted := func(name string) func(error) {
		return func(err error) {
			n++
			log(name, n, err)
		}
	}
	one, two := counted("one"), counted("two")
	w.Write("a", one)
	w.Write("b", two)
	w.Write("c", one)
	w.Write("d")
	w.Write("e", one)
	k.x.Loop.NextTick(func() {
		w.Write("f", one)
		w.Write("g", one)
		w.End(two)
	})
}

func (k callbackTest) nested(w *stream.Writable, log func(...any)) {
	w.Write("a", func(error) {
		log("a")
		w.Write("b", func(error) {
			log("b")
			w.End("c", func() { log("c") })
		})
		log("a returns")
	})
	w.On("drain", func() {
		if w.Writable() {
			log("in drain", w.Write("d", said(log, "d")))
		}
	})
}
