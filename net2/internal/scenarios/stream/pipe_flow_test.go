package stream_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

type pipeTest struct {
	x   *transcript.T
	log func(...any)
	src *stream.Readable
	dst *stream.Writable
}

type pipeSetup struct {
	mark  int
	write func(cb func(error))
	pipe  []stream.PipeOptions
}

func count(r *stream.Readable, w *stream.Writable) []any {
	return []any{r.ListenerCount("data"), r.ListenerCount("end"), w.ListenerCount("unpipe"), w.ListenerCount("close"),
		w.ListenerCount("finish"), w.ListenerCount("error"), w.ListenerCount("drain")}
}

func runPipe(x *transcript.T, name string, s pipeSetup, use func(p *pipeTest)) {
	log := x.Track(name)
	p := &pipeTest{x: x, log: log}
	if s.mark == 0 {
		s.mark = 4
	}
	if s.write == nil {
		s.write = func(cb func(error)) { x.Loop.SetImmediate(func() { cb(nil) }) }
	}
	n := 0
	p.src = stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: 4,
		Read: func(r *stream.Readable, _ int) {
			if n++; n > 5 {
				r.Push(nil)
			} else {
				log("push", n, r.Push("abc"+string(rune('0'+n))))
			}
		}})
	p.dst = stream.NewWritable(stream.WritableOptions{Loop: x.Loop, HighWaterMark: s.mark,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			log("_write", b)
			s.write(cb)
		}})
	src, dst := p.src, p.dst
	for _, event := range []string{"end", "close", "pause", "resume"} {
		src.On(event, func() { log("src", event) })
	}
	for _, event := range []string{"drain", "finish", "close"} {
		dst.On(event, func() { log("dst", event) })
	}
	dst.On("pipe", func(s *stream.Readable) { log("pipe", s == src) })
	dst.On("unpipe", func(s stream.ReadableStream) { log("unpipe", s == src) })
	log(append([]any{src.Pipe(dst, s.pipe...) == stream.WritableStream(dst), src.ReadableFlowing().String()},
		count(src, dst)...)...)
	if use != nil {
		use(p)
	}
	p.wait(60, func() { log(count(src, dst)...) })
}

func (p *pipeTest) wait(ms int, fn func()) {
	p.x.Loop.SetTimeout(time.Duration(ms)*time.Millisecond, fn)
}

func TestPipeFlow(t *testing.T) {
	transcript.Run(t, "pipe_flow", func(x *transcript.T) {
		runPipe(x, "slow", pipeSetup{}, nil)
		runPipe(x, "fast", pipeSetup{write: func(cb func(error)) { cb(nil) }}, nil)
		runPipe(x, "roomy", pipeSetup{mark: 100}, nil)
		runPipe(x, "tick", pipeSetup{write: func(cb func(error)) { x.Loop.NextTick(func() { cb(nil) }) }}, nil)
		runPipe(x, "stays open", pipeSetup{pipe: []stream.PipeOptions{{NoEnd: true}}}, (*pipeTest).staysOpen)
		runPipe(x, "unpipe in data", pipeSetup{}, (*pipeTest).unpipeInData)
		runPipe(x, "unpipe all", pipeSetup{mark: 100}, (*pipeTest).unpipeAll)
		runPipe(x, "piped again", pipeSetup{}, (*pipeTest).pipedAgain)
		runPipe(x, "full already", pipeSetup{mark: 2}, (*pipeTest).fullAlready)
		runPipe(x, "source destroyed", pipeSetup{}, (*pipeTest).sourceDestroyed)
		runPipe(x, "destination destroyed", pipeSetup{}, (*pipeTest).destinationDestroyed)
		runPipe(x, "destination fails", pipeSetup{}, (*pipeTest).destinationFails)
		runPipe(x, "destination emits error", pipeSetup{}, func(p *pipeTest) {
			watch(p.log, p.dst, "error")
			p.src.Once("data", func() { p.dst.Emit("error", fail("by hand")) })
		})
		runPipe(x, "destination ended", pipeSetup{}, func(p *pipeTest) {
			watch(p.log, p.dst, "error")
			p.src.Once("data", func() { p.dst.End() })
		})
		runPipe(x, "pause by hand", pipeSetup{}, (*pipeTest).pauseByHand)
		endedSource(x)
	})
}

func (p *pipeTest) staysOpen() {
	p.src.On("end", func() {
		after(p.x, 1, func() {
			p.log(p.dst.Writable(), p.dst.WritableEnded())
			p.dst.End("last")
		})
	})
}

func (p *pipeTest) unpipeInData() {
	k := 0
	p.src.On("data", func() {
		if k++; k == 2 {
			p.src.Unpipe(p.dst)
			p.log("unpiped", p.src.ReadableFlowing().String())
			after(p.x, 1, func() { p.src.Resume() })
		}
	})
}

func (p *pipeTest) unpipeAll() {
	p.src.Once("data", func() {
		p.log(p.src.Unpipe() == p.src, p.src.ReadableFlowing().String(), p.src.IsPaused())
		p.src.Unpipe(p.dst)
		p.src.Unpipe()
		p.dst.End()
	})
}

func (p *pipeTest) pipedAgain() {
	p.src.Once("data", func() {
		p.src.Unpipe(p.dst)
		after(p.x, 1, func() { p.src.Pipe(p.dst) })
	})
}

func (p *pipeTest) fullAlready() {
	p.src.Unpipe(p.dst)
	p.dst.Write("xyz")
	p.log(p.dst.WritableNeedDrain())
	p.src.Pipe(p.dst)
	p.log(p.src.ReadableFlowing().String())
}

func (p *pipeTest) sourceDestroyed() {
	p.src.Once("data", func() { p.src.Destroy() })
	p.wait(30, func() { p.log(p.dst.Writable(), p.dst.Destroyed()) })
}

func (p *pipeTest) destinationDestroyed() {
	p.src.Once("data", func() { p.dst.Destroy() })
	p.wait(30, func() { p.log(p.src.ReadableFlowing().String(), p.src.ReadableLength()) })
}

func (p *pipeTest) destinationFails() {
	watch(p.log, p.dst, "error")
	p.src.Once("data", func() { p.dst.Destroy(fail("bad")) })
	p.wait(30, func() { p.log(p.src.ReadableFlowing().String(), p.src.ReadableLength()) })
}

func (p *pipeTest) pauseByHand() {
	p.src.Once("data", func() {
		p.src.Pause()
		after(p.x, 1, func() {
			p.log("resuming")
			p.src.Resume()
		})
	})
}

func endedSource(x *transcript.T) {
	log := x.Track("ended source")
	src := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(r *stream.Readable, _ int) { r.Push(nil) }})
	src.Resume()
	src.On("end", func() {
		after(x, 1, func() {
			dst := stream.NewWritable(stream.WritableOptions{Loop: x.Loop,
				WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { cb(nil) }})
			watch(log, dst, "finish")
			src.Pipe(dst)
			log("piped")
		})
	})
}
