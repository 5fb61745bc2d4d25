package streamlib_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

// A context tells of its end on a goroutine, so a stream is destroyed a little later than in Node, where abort() itself
// does it. The loop must be kept alive until then; what is logged is the same but for the moment.
func TestAbortSignal(t *testing.T) {
	transcript.Run(t, "abort_signal", func(x *transcript.T) {
		setup := func(name string) (log, context.Context, func()) {
			ctx, cancel := context.WithCancel(context.Background())
			return x.Track(name), ctx, cancel
		}
		over := []string{"end", "finish", "close"}
		failed := func(log log) func(error) { return func(err error) { log("error", err, "AbortError") } }

		log, ctx, cancel := setup("readable")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle}).On("error", failed(log))
		on(log, r, over)
		log("same", stream.AddAbortSignal(ctx, r) == r)
		r.Push("x")
		destroyedByHand(x, r, log)
		cancel()

		later, laterCtx, cancelLater := setup("later")
		p := stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop}).On("error", failed(later))
		on(later, p, over)
		stream.AddAbortSignal(laterCtx, p)
		p.Write("x", said(later, "written"))
		x.Loop.SetImmediate(func() {
			destroyedByHand(x, p, later)
			cancelLater()
		})

		before, beforeCtx, cancelBefore := setup("aborted before")
		w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, WriteBytes: taker}).On("error", failed(before))
		on(before, w, over)
		cancelBefore()
		stream.AddAbortSignal(beforeCtx, w)
		before("destroyed", w.Destroyed())

		done, doneCtx, cancelDone := setup("finished before")
		f := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, WriteBytes: taker}).On("error", failed(done))
		on(done, f, over)
		stream.AddAbortSignal(doneCtx, f)
		f.End("x")
		x.Loop.SetTimeout(2*time.Millisecond, func() { cancelDone(); done("aborted", f.Errored()) })

		option, optionCtx, cancelOption := setup("option")
		o := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle, Context: optionCtx})
		failure(option, o)
		release := hold(x)
		o.On("close", func() { option("close"); release() })
		x.Loop.SetImmediate(cancelOption)
	})
}

// destroyedByHand keeps the loop alive until s fails, and logs then, before the listener that tells of the error, what
// Node can log as soon as abort() returns.
func destroyedByHand[T interface {
	emitter[T]
	PrependListener(event string, listener any) T
}](x *transcript.T, s T, log log) {
	release := hold(x)
	s.PrependListener("error", func(error) { log("destroyed", s.Destroyed()); release() })
}
