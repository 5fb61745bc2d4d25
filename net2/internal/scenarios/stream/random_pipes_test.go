package stream_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// The Go half of random_pipes.js.
func TestRandomPipes(t *testing.T)     { scene.RunRandom(t, "random_pipes", 120, startPipes) }
func TestMoreRandomPipes(t *testing.T) { scene.RunMoreRandom(t, "random_pipes", startPipes) }

func startPipes(l *loop.Loop, seed uint32) *scene.Random {
	p := newPipes(l, seed)
	p.start()
	return &p.Random
}

type pipes struct {
	*program
	sources []*stream.Readable
	sinks   []*stream.Writable
}

func newPipes(l *loop.Loop, seed uint32) *pipes {
	return &pipes{program: newProgram(l, seed)}
}

func (p *pipes) start() {
	for i := range 2 {
		p.sources = append(p.sources, p.source(i))
	}
	for i := range 3 {
		p.sinks = append(p.sinks, p.sink(i))
	}
	p.step(16)
}

func (p *pipes) step(left int) {
	if left == 0 {
		return
	}
	p.op()
	p.Later(func() { p.step(left - 1) })
}

func (p *pipes) source(i int) *stream.Readable {
	reads := 8
	o := stream.ReadableOptions{Loop: p.Loop}
	o.HighWaterMark = []int{1, 4, 9}[p.Pick(3)]
	o.NoAutoDestroy = p.Pick(6) == 0
	if p.Pick(4) == 0 {
		o.Encoding = "utf8"
	}
	name := fmt.Sprint("R", i)
	o.Read = func(r *stream.Readable, _ int) {
		if reads--; reads < 0 {
			p.Say(name, "eof", r.Push(nil))
			return
		}
		push := func() { p.Say(name, r.Push(p.Chunk())) }
		if p.Pick(2) == 0 {
			push()
		} else {
			p.Later(push)
		}
	}
	r := stream.NewReadable(o)
	r.On("error", func(err error) { p.Say(fmt.Sprint("error", i), scene.Message(err)) })
	for _, event := range []string{"close", "end", "pause", "resume"} {
		r.On(event, func() { p.Say(fmt.Sprint(event, i), "") })
	}
	return r
}

func (p *pipes) sink(i int) *stream.Writable {
	o := stream.WritableOptions{Loop: p.Loop}
	o.HighWaterMark = []int{1, 4, 9, 40}[p.Pick(4)]
	o.NoAutoDestroy = p.Pick(6) == 0
	o.ObjectMode = p.Pick(5) == 0
	odds := 1000
	if p.Pick(2) == 0 {
		odds = 30
	}
	o.Write = func(_ *stream.Writable, v any, _ string, cb func(error)) {
		p.Say(fmt.Sprint("W", i), scene.Text(v))
		var err error
		if p.Pick(odds) == 0 {
			err = fail("hook")
		}
		p.Later(func() { cb(err) })
	}
	w := stream.NewWritable(o)
	for _, event := range []string{"error", "close", "finish", "drain"} {
		w.On(event, func(args ...any) {
			var err error
			if len(args) > 0 {
				err = args[0].(error)
			}
			p.Say(fmt.Sprint(event, i), scene.Message(err))
			if p.Pick(6) == 0 {
				p.op()
			}
		})
	}
	for _, event := range []string{"pipe", "unpipe"} {
		w.On(event, func(src *stream.Readable) { p.Say(fmt.Sprint(event, i), slices.Index(p.sources, src)) })
	}
	return w
}

func (p *pipes) op() {
	if p.budget--; p.budget < 0 {
		return
	}
	i, k := p.Pick(2), p.Pick(3)
	r, w := p.sources[i], p.sinks[k]
	switch n := p.Pick(16); n {
	case 0, 1, 2, 3:
		p.Say(fmt.Sprintf("%d>%d", i, k))
		r.Pipe(w)
	case 4:
		p.Say(fmt.Sprintf("%d>%d!", i, k))
		r.Pipe(w, stream.PipeOptions{NoEnd: true})
	case 5, 6:
		p.Say(fmt.Sprintf("%d/%d", i, k))
		r.Unpipe(w)
	case 7:
		p.Say(fmt.Sprintf("%d/", i))
		r.Unpipe()
	case 8:
		p.Say(fmt.Sprint("pause", i))
		r.Pause()
	case 9:
		p.Say(fmt.Sprint("resume", i))
		r.Resume()
	case 10:
		p.Say(fmt.Sprint("once", i))
		r.Once("data", func(d any) {
			p.Say(fmt.Sprint("D", i), scene.Text(d))
			p.op()
		})
	case 11, 12:
		p.Say(fmt.Sprint("write", k), w.Write(p.Chunk()))
	case 13:
		if p.Pick(3) == 0 {
			p.Say(fmt.Sprint("end", k))
			w.End()
		}
	case 14:
		p.destroyOne(fmt.Sprint("source", i), func(err error) { r.Destroy(err) })
	case 15:
		p.destroyOne(fmt.Sprint("sink", k), func(err error) { w.Destroy(err) })
	}
	p.state()
}

func (p *pipes) destroyOne(name string, destroy func(error)) {
	if p.Pick(4) != 0 {
		return
	}
	var err error
	if p.Pick(2) == 0 {
		err = fail("destroyed")
	}
	p.Say(name, "destroy", scene.Message(err))
	destroy(err)
}

func (p *pipes) state() {
	var parts []string
	for _, r := range p.sources {
		s := fmt.Sprintf("%v:%d:%d%d", r.ReadableFlowing(), r.ReadableLength(), r.ListenerCount("data"),
			r.ListenerCount("end"))
		if r.IsPaused() {
			s += "p"
		}
		parts = append(parts, s)
	}
	for _, w := range p.sinks {
		s := fmt.Sprintf("%d:", w.WritableLength())
		if w.WritableNeedDrain() {
			s += "n"
		}
		for _, event := range []string{"drain", "unpipe", "error", "close", "finish"} {
			s += fmt.Sprint(w.ListenerCount(event))
		}
		parts = append(parts, s)
	}
	p.Say(strings.Join(parts, "|"))
}
