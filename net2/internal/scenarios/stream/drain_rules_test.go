package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestDrainRules(t *testing.T) {
	transcript.Run(t, "drain_rules", func(x *transcript.T) {
		later := func(cb func(error)) { x.Loop.SetImmediate(func() { cb(nil) }) }
		w, log := drainTest(x, "once", later)
		log(w.Write("ab"), w.Write("c"), w.Write("d"), w.Write("e"))

		ended, log := drainTest(x, "not when ended", later)
		log(ended.Write("abcd"), ended.WritableNeedDrain())
		ended.End()
		log(ended.WritableNeedDrain())

		destroyed, log := drainTest(x, "not when destroyed", later)
		log(destroyed.Write("abcd"), destroyed.WritableNeedDrain())
		destroyed.Destroy()
		log(destroyed.WritableNeedDrain())

		drainAgain(drainTest(x, "write in drain", later))

		sync, syncLog := drainTest(x, "sync", func(cb func(error)) { cb(nil) })
		syncLog(sync.Write("ab"), sync.Write("abc"), sync.Write("abcd"), sync.WritableNeedDrain())
		x.Loop.NextTick(func() { syncLog("tick", sync.WritableNeedDrain()) })

		partly, partlyLog := drainTest(x, "partly", later)
		partlyLog(partly.Write("ab"), partly.Write("cd"))
		x.Loop.SetImmediate(func() {
			partlyLog("one done", partly.WritableLength(), partly.WritableNeedDrain(), partly.Write("e"))
		})
	})
}

func drainTest(x *transcript.T, name string, write func(func(error))) (*stream.Writable, func(...any)) {
	log := x.Track(name)
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, HighWaterMark: 3,
		WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { write(cb) }})
	w.On("drain", func() { log("drain", w.WritableLength()) })
	watch(log, w, "finish", "close")
	return w, log
}

func drainAgain(w *stream.Writable, log func(...any)) {
	n := 0
	w.On("drain", func() {
		if n++; n < 4 {
			log("again", w.Write("wxyz"))
		} else {
			log("below", w.Write("v"))
		}
	})
	log(w.Write("abc"))
}
