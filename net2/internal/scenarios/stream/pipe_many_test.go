package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

type manyTest struct {
	x   *transcript.T
	log func(...any)
}

func (m manyTest) source(chunks int) *stream.Readable {
	n := 0
	src := stream.NewReadable(stream.ReadableOptions{Loop: m.x.Loop, HighWaterMark: 3,
		Read: func(r *stream.Readable, _ int) {
			if n++; n > chunks {
				r.Push(nil)
			} else {
				r.Push("chunk" + string(rune('0'+n)))
			}
		}})
	for _, event := range []string{"end", "close", "pause", "resume"} {
		src.On(event, func() { m.log("src", event) })
	}
	return src
}

func (m manyTest) sink(name string, mark, turns int) *stream.Writable {
	dst := stream.NewWritable(stream.WritableOptions{Loop: m.x.Loop, HighWaterMark: mark,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			m.log(name, "_write", b)
			after(m.x, turns, func() { cb(nil) })
		}})
	for _, event := range []string{"drain", "finish", "close", "unpipe"} {
		dst.On(event, func() { m.log(name, event) })
	}
	dst.On("error", func(err error) { m.log(name, "error", err) })
	return dst
}

func TestPipeMany(t *testing.T) {
	transcript.Run(t, "pipe_many", func(x *transcript.T) {
		scenarios := []struct {
			name string
			run  func(m manyTest)
		}{
			{"slow and fast", func(m manyTest) {
				src := m.source(6)
				src.Pipe(m.sink("slow", 4, 3))
				src.Pipe(m.sink("fast", 4, 0))
			}},
			{"both slow", func(m manyTest) {
				src := m.source(6)
				src.Pipe(m.sink("one", 4, 1))
				src.Pipe(m.sink("two", 4, 4))
			}},
			{"slow one leaves", manyTest.slowLeaves},
			{"slow one dies", manyTest.slowDies},
			{"third joins", func(m manyTest) {
				src := m.source(6)
				src.Pipe(m.sink("one", 4, 1))
				after(x, 1, func() {
					m.log("joins")
					src.Pipe(m.sink("two", 4, 2))
					src.Pipe(m.sink("three", 100, 1))
				})
			}},
			{"same twice", manyTest.sameTwice},
			{"same twice slow", func(m manyTest) {
				src, dst := m.source(3), m.sink("dst", 4, 1)
				src.Pipe(dst)
				src.Pipe(dst, stream.PipeOptions{NoEnd: true})
			}},
			{"two sources", manyTest.twoSources},
			{"all leave", manyTest.allLeave},
		}
		for _, s := range scenarios {
			s.run(manyTest{x, x.Track(s.name)})
		}
	})
}

func (m manyTest) slowLeaves() {
	src, slow := m.source(6), m.sink("slow", 4, 5)
	src.Pipe(slow)
	src.Pipe(m.sink("fast", 4, 1))
	after(m.x, 2, func() {
		m.log("unpipe")
		src.Unpipe(slow)
		slow.End()
	})
}

func (m manyTest) slowDies() {
	src, slow := m.source(6), m.sink("slow", 4, 5)
	src.Pipe(m.sink("fast", 4, 1))
	src.Pipe(slow)
	after(m.x, 2, func() {
		m.log("destroy")
		slow.Destroy(fail("gone"))
	})
}

func (m manyTest) sameTwice() {
	src, dst := m.source(3), m.sink("dst", 100, 1)
	src.Pipe(dst)
	src.Pipe(dst)
	src.Once("data", func() {
		m.log("unpipe")
		src.Unpipe(dst)
		m.log(dst.ListenerCount("unpipe"), src.ListenerCount("data"))
	})
}

func (m manyTest) twoSources() {
	a, b, dst := m.source(2), m.source(3), m.sink("dst", 4, 1)
	a.Pipe(dst, stream.PipeOptions{NoEnd: true})
	b.Pipe(dst, stream.PipeOptions{NoEnd: true})
	ends := 0
	for _, s := range []*stream.Readable{a, b} {
		s.On("end", func() {
			if ends++; ends == 2 {
				dst.End()
			}
		})
	}
}

func (m manyTest) allLeave() {
	src, one, two := m.source(6), m.sink("one", 4, 1), m.sink("two", 4, 2)
	src.Pipe(one)
	src.Pipe(two)
	after(m.x, 1, func() {
		src.Unpipe()
		m.log(src.ReadableFlowing().String())
		one.End()
		two.End()
		after(m.x, 1, func() {
			src.Pipe(m.sink("three", 4, 0))
			m.log(src.ReadableFlowing().String())
		})
	})
}
