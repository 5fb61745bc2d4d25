package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

type flowTest struct {
	*transcript.T
	log   func(...any)
	r     *stream.Readable
	state func(string)
}

func newFlowTest(x *transcript.T, name string) *flowTest {
	f := &flowTest{T: x, log: x.Track(name)}
	r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
	f.r = watch2(f.log, r, "end", "resume", "pause")
	f.state = func(where string) {
		f.log(where, r.ReadableFlowing().String(), r.IsPaused(), r.ReadableLength(), r.ListenerCount("data"))
	}
	return f
}

// watch2 logs events without their arguments.
func watch2(log func(...any), r *stream.Readable, events ...string) *stream.Readable {
	for _, event := range events {
		r.On(event, func() { log(event) })
	}
	return r
}

func TestReadableThenData(t *testing.T) {
	transcript.Run(t, "readable_then_data", func(x *transcript.T) {
		newFlowTest(x, "both").both()
		newFlowTest(x, "once").once()
		newFlowTest(x, "paused").paused()
		newFlowTest(x, "resumed").resumed()
		newFlowTest(x, "cleared").cleared()
		newFlowTest(x, "data off").dataOff()
	})
}

func (f *flowTest) both() {
	r := f.r
	readable := func() { f.log("readable", r.ReadableLength()) }
	r.On("readable", readable)
	watch(f.log, r, "data")
	f.state("both")
	r.Push("abc")
	after(f.T, 1, func() {
		f.state("pushed")
		f.log("read", r.Read(2))
		r.Push("def")
		after(f.T, 1, func() {
			r.Off("readable", readable)
			f.state("off")
			f.Loop.NextTick(func() { f.state("tick") })
			after(f.T, 1, func() {
				f.state("later")
				r.Push("ghi")
				r.Push(nil)
			})
		})
	})
}

func (f *flowTest) once() {
	r := f.r
	n := 0
	var again func()
	again = func() {
		f.log("readable", r.Read())
		if n++; n < 3 {
			r.Once("readable", again)
		}
	}
	r.Once("readable", again)
	f.state("once")
	r.Push("1")
	after(f.T, 1, func() { r.Push("2") })
	after(f.T, 2, func() { r.Push("3") })
	after(f.T, 3, func() {
		f.state("gone")
		r.Push("4")
		r.Resume()
		f.state("resumed")
		after(f.T, 1, func() { f.state("over") })
	})
}

func (f *flowTest) paused() {
	r := f.r
	readable := func() { f.log("readable") }
	r.On("readable", readable)
	r.Pause()
	f.state("paused")
	r.Off("readable", readable)
	after(f.T, 1, func() {
		f.state("removed")
		watch(f.log, r, "data")
		f.state("data")
		r.Push("x")
		after(f.T, 1, func() { f.state("still") })
	})
}

func (f *flowTest) resumed() {
	readable := func() { f.log("readable") }
	f.r.On("readable", readable)
	f.r.Resume()
	f.r.Off("readable", readable)
	f.r.Push("gone")
	f.state("same tick")
	after(f.T, 1, func() { f.state("later") })
}

func (f *flowTest) cleared() {
	watch(f.log, f.r, "readable", "data")
	f.r.RemoveAllListeners()
	f.r.Push("lost")
	after(f.T, 1, func() {
		f.state("later")
		f.r.Push("more")
		after(f.T, 1, func() { f.state("more") })
	})
}

func (f *flowTest) dataOff() {
	data := func(d []byte) { f.log("data", d) }
	f.r.On("data", data)
	f.r.Push("a")
	after(f.T, 1, func() {
		f.r.Off("data", data)
		f.state("off")
		f.r.Push("b")
		f.state("pushed")
		after(f.T, 1, func() {
			f.state("later")
			f.r.On("data", data)
			f.r.Push("c")
		})
	})
}
