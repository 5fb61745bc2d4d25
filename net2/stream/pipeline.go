package stream

import (
	"context"
	"strconv"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// PipelineOptions are the options of Pipeline, as those of Node's stream/promises.
type PipelineOptions struct {
	NoEnd   bool            // end: false: the last stream is neither ended nor destroyed, and keeps its listeners
	Context context.Context // Node's signal: when it ends, all streams are destroyed and cb gets ABORT_ERR
}

// Pipeline pipes each stream into the next, and calls cb once, when all is over: with nil, or with the first error,
// after which every stream is destroyed. A stream that closes too early counts as ERR_STREAM_PREMATURE_CLOSE. Unlike
// Pipe it leaves no stream open behind a failure. It returns the last stream. It mirrors
// stream.pipeline(streams, callback) and, for the options, stream/promises.
//
//	stream.Pipeline([]stream.Stream{source, gzip, file}, func(err error) { … })
//
// When the last stream is a Duplex that is still readable, success does not destroy it, and Pipeline's own listeners
// are taken off: go on reading. cb runs on the loop.
//
// Fewer than two streams panic with ERR_MISSING_ARGS, a stream that cannot be read where it must be (or written) and a
// nil cb with ERR_INVALID_ARG_TYPE. Node also takes iterators and functions between; here make a Transform. On the loop.
func Pipeline(streams []Stream, cb func(error), options ...PipelineOptions) WritableStream {
	if cb == nil {
		panic(errInvalidArg("callback", "of type function", nil))
	}
	if len(streams) < 2 {
		panic(errMissingArgs("streams"))
	}
	for i, s := range streams {
		checkStage(s, i, len(streams))
	}
	o := first(options)
	p := &pipeline{loop: streams[0].base().loop, cb: cb, ctx: o.Context}
	if o.Context != nil && o.Context.Err() == nil {
		p.forget = events.AddAbortListener(o.Context, func() { p.loop.Post(p.abort) })
	}
	for i, s := range streams {
		p.add(s, i, len(streams), !o.NoEnd)
		if i > 0 {
			p.join(streams[i-1].(ReadableStream), s.(WritableStream), i == len(streams)-1, i < len(streams)-1 || !o.NoEnd)
		}
	}
	if o.Context != nil && o.Context.Err() != nil {
		p.loop.NextTick(p.abort)
	}
	return streams[len(streams)-1].(WritableStream)
}

func checkStage(s Stream, i, n int) {
	name := "streams[" + strconv.Itoa(i) + "]"
	if _, ok := s.(ReadableStream); i < n-1 && !(ok && s.base().readableSide()) {
		panic(errInvalidArg(name, "an instance of ReadableStream", s))
	}
	if _, ok := s.(WritableStream); i > 0 && !(ok && s.base().writableSide()) {
		panic(errInvalidArg(name, "an instance of WritableStream", s))
	}
}

// pipeline is one call of Pipeline.
type pipeline struct {
	loop     *loop.Loop
	cb       func(error)
	ctx      context.Context
	forget   func() bool // takes back the context's call
	err      error
	waiting  int           // ends that have not been reported
	destroys []func(error) // what a failure destroys, in order
	detach   []func()      // what success takes off a last stream that can be read on
}

// add watches one stream.
func (p *pipeline) add(s Stream, i, n int, endLast bool) {
	c := s.base()
	reading, last := i < n-1, i == n-1
	keep := last && IsReadable(s)
	if reading || endLast {
		cleanup := p.destroyLater(s, reading, i > 0)
		if keep {
			p.detach = append(p.detach, cleanup)
		}
	}
	// Errors after a stream's own part is over count too.
	onError := func(err error) {
		if code := events.Code(err); err != nil && code != "ABORT_ERR" && code != "ERR_STREAM_PREMATURE_CLOSE" {
			p.finish(err)
		}
	}
	c.On("error", onError)
	if keep {
		p.detach = append(p.detach, func() { c.Off("error", onError) })
	}
}

// destroyLater lets a failure destroy s, unless it has come to its own end by then.
func (p *pipeline) destroyLater(s Stream, reading, writing bool) (cleanup func()) {
	done := false
	s.base().On("close", func() { done = true })
	cleanup = watchSides(s, reading, writing, func(err error) { done = err == nil })
	p.destroys = append(p.destroys, func(err error) {
		if done {
			return
		}
		done = true
		if err == nil {
			err = errDestroyed("pipe")
		}
		cutOff(s, err)
	})
	return cleanup
}

// join pipes src into dst and waits for both.
func (p *pipeline) join(src ReadableStream, dst WritableStream, last, end bool) {
	p.waiting += 2
	ended := false
	from, to := src.base(), dst.base()
	to.On("close", func() {
		if !ended {
			p.finish(errPrematureClose())
		}
	})
	src.Pipe(dst, PipeOptions{NoEnd: true}) // the end is ours to pass on
	pass := func() {
		ended = true
		dst.writable().end()
	}
	switch {
	case !end:
		p.finish(nil)
	case from.readFinished(true):
		from.loop.NextTick(pass)
	default:
		from.Once("end", pass)
	}
	watchSides(src, true, false, func(err error) {
		r := from.rd
		if events.Code(err) == "ERR_STREAM_PREMATURE_CLOSE" && r.eof && !from.failed() && !from.errorEmitted {
			// Closed with its 'end' still on the way: that is what counts.
			from.Once("end", func() { p.finish(nil) })
			from.Once("error", p.finish)
			return
		}
		p.finish(err)
	})
	cleanup := watchSides(dst, false, true, p.finish)
	if last && IsReadable(dst) {
		p.detach = append(p.detach, cleanup)
	}
}

// finish takes the report of one end.
func (p *pipeline) finish(err error) {
	p.waiting--
	p.settle(err, p.waiting == 0)
}

func (p *pipeline) abort() { p.settle(errAborted(p.ctx), false) }

func (p *pipeline) settle(err error, final bool) {
	if err != nil && (p.err == nil || events.Code(p.err) == "ERR_STREAM_PREMATURE_CLOSE") {
		p.err = err
	}
	if p.err == nil && !final {
		return
	}
	for len(p.destroys) > 0 {
		destroy := p.destroys[0]
		p.destroys = p.destroys[1:]
		destroy(p.err)
	}
	if p.forget != nil {
		p.forget()
		p.forget = nil
	}
	if !final {
		return
	}
	if p.err == nil {
		for _, off := range p.detach {
			off()
		}
	}
	if cb, err := p.cb, p.err; cb != nil {
		p.cb = nil
		p.loop.NextTick(func() { cb(err) })
	}
}

func errMissingArgs(name string) *Error {
	return &Error{Name: "TypeError", Code: "ERR_MISSING_ARGS", Message: `The "` + name + `" argument must be specified`}
}
