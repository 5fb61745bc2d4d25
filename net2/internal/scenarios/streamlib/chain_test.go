package streamlib_test

import (
	"errors"
	"strconv"
	"strings"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// chain is one of the programs of random_chains.
type chain struct {
	scene.Random
	reads int
	all   []*link
}

// link is a stream of the chain.
type link struct {
	name               string
	s                  stream.Stream
	r                  stream.ReadableStream // nil: not readable
	w                  stream.WritableStream // nil: not writable
	resume, pause, end func()
	destroy            func(error)
	emit               func(event string, args ...any) bool
}

func newChain(l *loop.Loop, seed uint32) *chain {
	return &chain{Random: scene.NewRandom(l, seed), reads: 8}
}

// start builds the streams, joins them, and begins to disturb them.
func (p *chain) start() {
	shape, n := p.Pick(6), p.Pick(3)
	var list []stream.Stream
	add := func(s stream.Stream) { list = append(list, s) }
	if p.Pick(4) == 0 {
		add(p.transform())
	} else {
		add(p.source())
	}
	for range n {
		add(p.transform())
	}
	if p.Pick(3) == 0 {
		add(p.transform())
	} else {
		add(p.sink())
	}
	for i, s := range list {
		p.add(strconv.Itoa(i), s)
	}
	switch shape {
	case 0, 1, 2:
		p.pipeline(list)
	case 3:
		d := stream.Compose(list...)
		p.Say("composed", d.Readable(), d.Writable())
		p.add("d", d)
	case 4:
		p.pair()
	case 5:
		for i := 1; i < len(list); i++ {
			list[i-1].(stream.ReadableStream).Pipe(list[i].(stream.WritableStream))
		}
	}
	p.step(10)
}

func (p *chain) tell(what string) func(error) {
	return func(err error) { p.Say(what, scene.Message(err)) }
}

func (p *chain) pipeline(list []stream.Stream) {
	stream.Pipeline(list, p.tell("P"))
	last := list[len(list)-1]
	if _, ok := last.(stream.ReadableStream); ok && p.Pick(2) == 0 {
		stream.Pipeline([]stream.Stream{last, p.add("z", p.sink())}, p.tell("Q"))
	}
}

func (p *chain) pair() {
	m := p.marks()
	a, b := stream.DuplexPair(stream.DuplexOptions{Loop: p.Loop, HighWaterMark: m.mark, NoAutoDestroy: m.keep, NoEmitClose: m.mute})
	p.add("a", a)
	p.add("b", b)
	if p.Pick(2) == 0 {
		b.Pipe(b)
		return
	}
	stream.Pipeline([]stream.Stream{b, p.add("m", p.transform()), b}, p.tell("E"))
}

// add watches a stream from now on.
func (p *chain) add(name string, s stream.Stream) stream.Stream {
	k := &link{name: name, s: s, destroy: func(err error) {
		if err == nil {
			stream.Destroy(s)
		} else {
			stream.Destroy(s, err)
		}
	}}
	k.r, _ = s.(stream.ReadableStream)
	k.w, _ = s.(stream.WritableStream)
	var hear func(event string, listener any)
	switch s := s.(type) {
	case *stream.Readable:
		hear, k.resume, k.pause, k.emit = listen(s), func() { s.Resume() }, func() { s.Pause() }, s.Emit
	case *stream.Writable:
		hear, k.end, k.emit = listen(s), func() { s.End() }, s.Emit
	case *stream.Duplex:
		hear, k.resume, k.pause, k.end, k.emit = listen(s), func() { s.Resume() }, func() { s.Pause() }, func() { s.End() }, s.Emit
	case *stream.Transform:
		hear, k.resume, k.pause, k.end, k.emit = listen(s), func() { s.Resume() }, func() { s.Pause() }, func() { s.End() }, s.Emit
	case *stream.PassThrough:
		hear, k.resume, k.pause, k.end, k.emit = listen(s), func() { s.Resume() }, func() { s.Pause() }, func() { s.End() }, s.Emit
	}
	events.SetMaxListeners(0, s)
	p.all = append(p.all, k)
	for _, event := range []string{"error", "close", "end", "finish", "prefinish", "drain", "unpipe"} {
		if event == "error" {
			hear(event, func(err error) { p.Say(name, event, scene.Message(err)) })
			continue
		}
		hear(event, func() { p.Say(name, event) })
	}
	if p.Pick(2) == 0 {
		p.finished(name, s)
	}
	return s
}

// listen forgets what On returns.
func listen[T emitter[T]](s T) func(event string, listener any) {
	return func(event string, listener any) { s.On(event, listener) }
}

func (p *chain) finished(name string, s stream.Stream) {
	o := stream.FinishedOptions{NoError: p.Pick(5) == 0}
	switch p.Pick(4) {
	case 0:
		o.NoReadable = true
	case 1:
		o.NoWritable = true
	}
	var stop func()
	stop = stream.Finished(s, func(err error) {
		p.Say(name, "finished", scene.Message(err))
		if p.Pick(4) == 0 {
			stop()
		}
	}, o)
}

type marks struct {
	mark       int
	keep, mute bool
}

func (p *chain) marks() (m marks) {
	m.mark = []int{stream.ZeroHighWaterMark, 1, 4, 9}[p.Pick(4)]
	m.keep = p.Pick(8) == 0
	m.mute = p.Pick(8) == 0
	return m
}

func (p *chain) source() stream.Stream {
	m := p.marks()
	return stream.NewReadable(stream.ReadableOptions{
		Loop: p.Loop, HighWaterMark: m.mark, NoAutoDestroy: m.keep, NoEmitClose: m.mute, Read: p.read,
	})
}

func (p *chain) read(s *stream.Readable, _ int) {
	if p.reads--; p.reads < 0 {
		s.Push(nil)
		return
	}
	switch p.Pick(8) {
	case 0, 1, 2:
		s.Push(p.Chunk())
	case 3, 4:
		p.Later(func() { s.Push(p.Chunk()) })
	case 5:
		s.Push(p.Chunk())
		s.Push(p.Chunk())
	case 6:
		if p.Pick(3) == 0 {
			s.Push(nil)
		} else {
			s.Push(p.Chunk())
		}
	case 7:
		if p.Pick(5) == 0 {
			panic(errors.New("read"))
		}
		s.Push(p.Chunk())
	}
}

func (p *chain) sink() stream.Stream {
	m := p.marks()
	o := stream.WritableOptions{
		Loop: p.Loop, HighWaterMark: m.mark, NoAutoDestroy: m.keep, NoEmitClose: m.mute,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) { p.Say("W", string(b)); p.answer(cb) },
	}
	if p.Pick(3) == 0 {
		o.Writev = func(_ *stream.Writable, chunks []stream.Chunk, cb func(error)) {
			var all []string
			for _, c := range chunks {
				all = append(all, string(c.Bytes))
			}
			p.Say("V", strings.Join(all, "+"))
			p.answer(cb)
		}
	}
	if p.Pick(3) == 0 {
		o.Final = func(_ *stream.Writable, cb func(error)) { p.Say("F"); p.answer(cb) }
	}
	return stream.NewWritable(o)
}

func (p *chain) transform() stream.Stream {
	if p.Pick(4) == 0 {
		m := p.marks()
		return stream.NewPassThrough(stream.TransformOptions{Loop: p.Loop, HighWaterMark: m.mark, NoAutoDestroy: m.keep, NoEmitClose: m.mute})
	}
	m := p.marks()
	o := stream.TransformOptions{
		Loop: p.Loop, HighWaterMark: m.mark, NoAutoDestroy: m.keep, NoEmitClose: m.mute, TransformBytes: p.change,
	}
	if p.Pick(2) == 0 {
		o.Flush = func(_ *stream.Transform, cb func(error, any)) {
			p.Say("L")
			var v any
			if p.Pick(2) == 0 {
				v = "."
			}
			p.answer(func(err error) {
				if err != nil {
					cb(err, nil)
				} else {
					cb(nil, v)
				}
			})
		}
	}
	if p.Pick(5) == 0 {
		o.Final = func(_ *stream.Transform, cb func(error)) { p.Say("F"); p.answer(cb) }
	}
	return stream.NewTransform(o)
}

func (p *chain) change(s *stream.Transform, b []byte, cb func(error, []byte)) {
	p.Say("T", string(b))
	out := []byte(nil)
	switch p.Pick(6) {
	case 0:
		s.PushBytes(b)
		s.PushBytes(b)
	case 1:
	case 2:
		if p.Pick(4) == 0 {
			s.Push(nil)
		}
	default:
		out = b
	}
	p.answer(func(err error) { cb(err, out) })
}

// answer calls a hook's callback, now or later, one time in 25 with an error.
func (p *chain) answer(cb func(error)) {
	if p.Pick(25) == 0 {
		p.Later(func() { cb(errors.New("hook")) })
		return
	}
	p.Later(func() { cb(nil) })
}
