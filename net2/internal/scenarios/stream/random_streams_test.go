package stream_test

import (
	"strings"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/stream"
)

// randomOptions are drawn in the order of the JavaScript half.
type randomOptions struct {
	kind                       int // 0 Readable, 1 Writable, 2 Duplex
	mark                       int
	noAutoDestroy, noEmitClose bool
	noHalfOpen                 bool
	construct, destroyHook     bool
	writev, final              bool
}

func (p *program) draw() randomOptions {
	var o randomOptions
	o.kind = p.Pick(3)
	p.objects = p.Pick(5) == 0
	o.mark = []int{stream.ZeroHighWaterMark, 1, 4, 9}[p.Pick(4)]
	o.noAutoDestroy = p.Pick(6) == 0
	o.noEmitClose = p.Pick(8) == 0
	o.noHalfOpen = p.Pick(3) == 0
	o.construct = p.Pick(5) == 0
	o.destroyHook = p.Pick(3) == 0
	if o.kind != 0 {
		o.writev = p.Pick(2) == 0
		o.final = p.Pick(3) == 0
	}
	return o
}

func (p *program) start() {
	o := p.draw()
	switch o.kind {
	case 0:
		p.startReadable(o)
	case 1:
		p.startWritable(o)
	case 2:
		p.startDuplex(o)
	}
	for _, event := range []string{"error", "close", "end", "finish", "prefinish", "drain", "pause", "resume"} {
		if event == "error" {
			p.s.on(event, func(err error) { p.Say("error", scene.Message(err)) })
			continue
		}
		p.s.on(event, func() {
			p.Say(event)
			if p.Pick(5) == 0 {
				p.op()
			}
		})
	}
	p.step(14)
}

func (p *program) onConstruct(cb func(error)) {
	p.Say("C")
	p.answer(cb, 20)
}

func (p *program) onDestroy(err error, cb func(error)) {
	p.Say("X", scene.Message(err))
	p.Later(func() { cb(err) })
}

func (p *program) onWrite(v any, cb func(error)) {
	p.Say("W", scene.Text(v))
	p.answer(cb, 12)
}

func (p *program) onWritev(chunks []stream.Chunk, cb func(error)) {
	words := make([]string, len(chunks))
	for i := range chunks {
		words[i] = scene.Text(chunks[i].Data())
	}
	p.Say("V", strings.Join(words, "+"))
	p.answer(cb, 12)
}

func (p *program) onFinal(cb func(error)) {
	p.Say("F")
	p.answer(cb, 12)
}

// when returns the hook if the options ask for it.
func when[F any](asked bool, hook F) (none F) {
	if asked {
		return hook
	}
	return none
}

func (p *program) startReadable(o randomOptions) {
	r := stream.NewReadable(stream.ReadableOptions{Loop: p.Loop, ObjectMode: p.objects, HighWaterMark: o.mark,
		NoAutoDestroy: o.noAutoDestroy, NoEmitClose: o.noEmitClose,
		Construct: when(o.construct, func(_ *stream.Readable, cb func(error)) { p.onConstruct(cb) }),
		Destroy:   when(o.destroyHook, func(_ *stream.Readable, err error, cb func(error)) { p.onDestroy(err, cb) }),
		Read:      func(*stream.Readable, int) { p.onRead() },
	})
	p.r = r
	p.s = random{Stream: r,
		on:      func(e string, l any) { r.On(e, l) },
		once:    func(e string, l any) { r.Once(e, l) },
		off:     func(e string, l any) { r.Off(e, l) },
		clear:   func(e string) { r.RemoveAllListeners(e) },
		destroy: func(err ...error) { r.Destroy(err...) },
		pause:   func() { r.Pause() },
		resume:  func() { r.Resume() },
	}
}

func (p *program) startWritable(o randomOptions) {
	w := stream.NewWritable(stream.WritableOptions{Loop: p.Loop, ObjectMode: p.objects, HighWaterMark: o.mark,
		NoAutoDestroy: o.noAutoDestroy, NoEmitClose: o.noEmitClose,
		Construct: when(o.construct, func(_ *stream.Writable, cb func(error)) { p.onConstruct(cb) }),
		Destroy:   when(o.destroyHook, func(_ *stream.Writable, err error, cb func(error)) { p.onDestroy(err, cb) }),
		Write:     func(_ *stream.Writable, v any, _ string, cb func(error)) { p.onWrite(v, cb) },
		Writev:    when(o.writev, func(_ *stream.Writable, cs []stream.Chunk, cb func(error)) { p.onWritev(cs, cb) }),
		Final:     when(o.final, func(_ *stream.Writable, cb func(error)) { p.onFinal(cb) }),
	})
	p.w = w
	p.s = random{Stream: w,
		on:      func(e string, l any) { w.On(e, l) },
		destroy: func(err ...error) { w.Destroy(err...) },
		end:     func(args ...any) { w.End(args...) },
	}
}

func (p *program) startDuplex(o randomOptions) {
	d := stream.NewDuplex(stream.DuplexOptions{Loop: p.Loop, ObjectMode: p.objects, HighWaterMark: o.mark,
		NoAutoDestroy: o.noAutoDestroy, NoEmitClose: o.noEmitClose, NoAllowHalfOpen: o.noHalfOpen,
		Construct: when(o.construct, func(_ *stream.Duplex, cb func(error)) { p.onConstruct(cb) }),
		Destroy:   when(o.destroyHook, func(_ *stream.Duplex, err error, cb func(error)) { p.onDestroy(err, cb) }),
		Read:      func(*stream.Duplex, int) { p.onRead() },
		Write:     func(_ *stream.Duplex, v any, _ string, cb func(error)) { p.onWrite(v, cb) },
		Writev:    when(o.writev, func(_ *stream.Duplex, cs []stream.Chunk, cb func(error)) { p.onWritev(cs, cb) }),
		Final:     when(o.final, func(_ *stream.Duplex, cb func(error)) { p.onFinal(cb) }),
	})
	p.r, p.w = d, d
	p.s = random{Stream: d,
		on:      func(e string, l any) { d.On(e, l) },
		once:    func(e string, l any) { d.Once(e, l) },
		off:     func(e string, l any) { d.Off(e, l) },
		clear:   func(e string) { d.RemoveAllListeners(e) },
		destroy: func(err ...error) { d.Destroy(err...) },
		end:     func(args ...any) { d.End(args...) },
		pause:   func() { d.Pause() },
		resume:  func() { d.Resume() },
	}
}
