package stream

import (
	"slices"
)

// PipeOptions are the options of Pipe.
type PipeOptions struct {
	NoEnd bool // end: false: the destination stays open when the source ends
}

// Pipe sends everything that the stream gives to dst, pausing while dst is full, and ends dst at the end, unless
// NoEnd. A stream can be piped to several destinations; the slowest sets the pace. Both live on the same loop. A
// destination that fails is unpiped, and nothing else: use Pipeline where every stream should end with the others.
// It returns dst. It mirrors readable.pipe(dst, options). On the loop.
func (r *readSide) Pipe(dst WritableStream, o ...PipeOptions) WritableStream {
	r.c.loop.Check("Readable.Pipe")
	out := r.own()
	if len(out.pipes) == 1 {
		out.multiAwaitDrain = true
	}
	p := &pipe{src: r, dst: dst.writable()}
	out.pipes = append(out.pipes, p)
	p.attach(first(o).NoEnd || p.dst.stdio)
	d := p.dst.c
	d.Emit("pipe", r.c.self())
	if p.dst.WritableNeedDrain() {
		p.pause()
	} else if r.flowing != FlowingTrue {
		r.resume()
	}
	return dst
}

// pipe is one source and one destination, and the listeners between them.
type pipe struct {
	src *readSide
	dst *writeSide

	onData            any
	onEnd, onDrain    func()
	onClose, onFinish func()
	onError           func(error)
	onUnpipe          func(...any)
	detached          bool
}

func (p *pipe) attach(noEnd bool) {
	src, dst := p.src.c, p.dst.c
	p.onEnd = p.endDestination
	if noEnd {
		p.onEnd = p.unpipe
	}
	if p.src.endEmitted {
		src.loop.NextTick(p.onEnd)
	} else {
		src.Once("end", p.onEnd)
	}
	p.onUnpipe = p.unpiped
	dst.On("unpipe", p.onUnpipe)
	p.onData = p.writeBytes
	if p.src.objectMode || p.src.ReadableEncoding() != "" {
		p.onData = p.writeValue
	}
	src.On("data", p.onData)
	p.onError = p.failed
	dst.PrependListener("error", p.onError)
	p.onClose, p.onFinish = p.closed, p.finished
	dst.Once("close", p.onClose)
	dst.Once("finish", p.onFinish)
}

// detach removes the listeners. A source that waits for this destination is set free.
func (p *pipe) detach() {
	src, dst := p.src.c, p.dst.c
	dst.Off("close", p.onClose)
	dst.Off("finish", p.onFinish)
	if p.onDrain != nil {
		dst.Off("drain", p.onDrain)
	}
	dst.Off("error", p.onError)
	dst.Off("unpipe", p.onUnpipe)
	src.Off("end", p.onEnd)
	src.Off("data", p.onData)
	p.detached = true
	waiting := p.src.seldom.multiAwaitDrain || len(p.src.seldom.awaitDrain) > 0
	if p.onDrain != nil && waiting && p.dst.needDrain {
		p.drained()
	}
}

func (p *pipe) endDestination() { p.dst.end() }

func (p *pipe) unpipe() { p.src.unpipeFrom(p.dst) }

// unpipeNotice goes with 'unpipe', so that of several pipes between the same two streams one is taken apart.
type unpipeNotice struct{ taken bool }

func (p *pipe) unpiped(args ...any) {
	if len(args) < 2 {
		return
	}
	src, ok := args[0].(ReadableStream)
	notice, told := args[1].(*unpipeNotice)
	if ok && told && src.readable() == p.src && !notice.taken {
		notice.taken = true
		p.detach()
	}
}

func (p *pipe) writeBytes(b []byte) {
	// After a SetEncoding the source emits strings, though this listener was made for bytes.
	if v := p.src.seldom.current; v != nil {
		p.writeValue(v)
		return
	}
	if !p.dst.WriteBytes(b) {
		p.pause()
	}
}

func (p *pipe) writeValue(v any) {
	if !p.dst.Write(v) {
		p.pause()
	}
}

// pause stops the source until the destination drains.
func (p *pipe) pause() {
	if out := p.src.seldom; !p.detached {
		if len(out.pipes) == 1 && out.pipes[0].dst == p.dst {
			out.awaitDrain = append(out.awaitDrain[:0], p.dst)
			out.multiAwaitDrain = false
		} else if len(out.pipes) > 1 && out.to(p.dst) >= 0 && !slices.Contains(out.awaitDrain, p.dst) {
			out.awaitDrain = append(out.awaitDrain, p.dst)
		}
		p.src.pause()
	}
	if p.onDrain == nil {
		p.onDrain = p.drained
		p.dst.c.On("drain", p.onDrain)
	}
}

func (p *pipe) drained() {
	out := p.src.seldom
	out.awaitDrain = slices.DeleteFunc(out.awaitDrain, func(w *writeSide) bool { return w == p.dst })
	if len(out.awaitDrain) == 0 && p.src.dataListening {
		p.src.resume()
	}
}

// failed is the destination's error listener. It does not count as one: an error that nobody else handles still
// panics.
func (p *pipe) failed(err error) {
	d := p.dst.c
	p.unpipe()
	d.Off("error", p.onError)
	if d.ListenerCount("error") > 0 {
		return
	}
	if !d.errorEmitted {
		d.errorOrDestroy(err, false) // somebody emitted 'error' by hand
	} else {
		d.Emit("error", err)
	}
}

func (p *pipe) closed() {
	p.dst.c.Off("finish", p.onFinish)
	p.unpipe()
}

func (p *pipe) finished() {
	p.dst.c.Off("close", p.onClose)
	p.unpipe()
}

// to returns the index of the first pipe to dst, or -1.
func (o *outlets) to(dst *writeSide) int {
	return slices.IndexFunc(o.pipes, func(p *pipe) bool { return p.dst == dst })
}

// forgetWaiting: a chunk that is emitted asks every destination anew.
func (r *readSide) forgetWaiting() {
	if r.seldom != nil {
		r.seldom.awaitDrain = r.seldom.awaitDrain[:0]
	}
}

func (r *readSide) unpipe(dst []WritableStream) {
	r.c.loop.Check("Readable.Unpipe")
	for _, d := range dst {
		r.unpipeFrom(d.writable())
	}
	if len(dst) > 0 || r.seldom == nil || len(r.seldom.pipes) == 0 {
		return
	}
	pipes := r.seldom.pipes
	r.seldom.pipes = nil
	r.pause()
	for _, p := range pipes {
		p.dst.c.Emit("unpipe", r.c.self(), &unpipeNotice{})
	}
}

func (r *readSide) unpipeFrom(dst *writeSide) {
	if r.seldom == nil {
		return
	}
	i := r.seldom.to(dst)
	if i < 0 {
		return
	}
	r.seldom.pipes = slices.Delete(r.seldom.pipes, i, i+1)
	if len(r.seldom.pipes) == 0 {
		r.pause()
	}
	dst.c.Emit("unpipe", r.c.self(), &unpipeNotice{})
}
