package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

type finalTest struct{ x *transcript.T }

func (f finalTest) run(name string, options func(log func(...any)) stream.WritableOptions,
	use func(w *stream.Writable, log func(...any))) {
	log := f.x.Track(name)
	o := options(log)
	o.Loop = f.x.Loop
	if o.Write == nil {
		o.Write = func(_ *stream.Writable, c any, _ string, cb func(error)) {
			log("_write", c)
			f.x.Loop.SetImmediate(func() { cb(nil) })
		}
	}
	w := stream.NewWritable(o)
	for _, event := range []string{"prefinish", "finish", "close"} {
		w.On(event, func() { log(event, w.WritableFinished(), w.Destroyed()) })
	}
	w.On("error", func(err error) { log("error", err, w.WritableFinished()) })
	use(w, log)
}

func endTwice(w *stream.Writable, log func(...any)) {
	w.Write("a", told(log, "a"))
	w.End("b", told(log, "end 1"))
	w.End(told(log, "end 2"))
	log(w.WritableEnded(), w.Writable())
	w.On("finish", func() { w.End(told(log, "end 3")) })
}

// final makes options whose final hook is fn.
func final(fn func(w *stream.Writable, log func(...any), cb func(error))) func(func(...any)) stream.WritableOptions {
	return func(log func(...any)) stream.WritableOptions {
		return stream.WritableOptions{Final: func(w *stream.Writable, cb func(error)) {
			log("_final")
			fn(w, log, cb)
		}}
	}
}

func only(o stream.WritableOptions) func(func(...any)) stream.WritableOptions {
	return func(func(...any)) stream.WritableOptions { return o }
}

func TestFinalFinish(t *testing.T) {
	transcript.Run(t, "final_finish", func(x *transcript.T) {
		f := finalTest{x}
		f.run("none", only(stream.WritableOptions{}), endTwice)
		f.run("sync", final(func(_ *stream.Writable, log func(...any), cb func(error)) {
			cb(nil)
			log("_final returns")
		}), endTwice)
		f.run("async", final(func(_ *stream.Writable, log func(...any), cb func(error)) {
			x.Loop.SetImmediate(func() {
				log("final done")
				cb(nil)
				log("cb returned")
			})
		}), endTwice)
		f.failures()
		f.run("nothing written", final(func(_ *stream.Writable, _ func(...any), cb func(error)) { cb(nil) }),
			func(w *stream.Writable, log func(...any)) {
				w.End(func() { log("ended") })
				x.Loop.NextTick(func() { log("tick") })
			})
		f.run("write in final", final(func(w *stream.Writable, log func(...any), cb func(error)) {
			log(w.Write("late", told(log, "late")))
			cb(nil)
		}), endTwice)
		f.run("sync writes", func(log func(...any)) stream.WritableOptions {
			return stream.WritableOptions{Write: func(_ *stream.Writable, c any, _ string, cb func(error)) {
				log("_write", c)
				cb(nil)
			}}
		}, endTwice)
		f.run("kept", only(stream.WritableOptions{NoAutoDestroy: true}), endTwice)
		f.run("silent", only(stream.WritableOptions{NoEmitClose: true}), endTwice)
	})
}

func (f finalTest) failures() {
	l := f.x.Loop
	f.run("fails sync", final(func(_ *stream.Writable, _ func(...any), cb func(error)) { cb(fail("no end")) }), endTwice)
	f.run("fails async", final(func(_ *stream.Writable, _ func(...any), cb func(error)) {
		l.SetImmediate(func() { cb(fail("no end")) })
	}), endTwice)
	f.run("throws", final(func(*stream.Writable, func(...any), func(error)) { panic(fail("thrown")) }), endTwice)
	f.run("twice", final(func(_ *stream.Writable, _ func(...any), cb func(error)) {
		l.SetImmediate(func() {
			cb(nil)
			cb(nil)
		})
	}), endTwice)
	f.run("destroyed in final", final(func(w *stream.Writable, _ func(...any), cb func(error)) {
		w.Destroy()
		cb(nil)
	}), endTwice)
}
