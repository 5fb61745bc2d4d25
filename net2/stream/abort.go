package stream

import (
	"context"

	"github.com/nodenet/go/events"
)

// AddAbortSignal destroys s with ABORT_ERR when ctx ends; the error's Cause is context.Cause(ctx). If ctx has ended
// already, s is destroyed before AddAbortSignal returns. It returns s. A nil ctx panics with ERR_INVALID_ARG_TYPE.
// It mirrors stream.addAbortSignal(signal, stream). On the loop.
//
// Node destroys the stream inside controller.abort(). A context tells of its end on a goroutine of its own, so here s
// is destroyed in the loop's next turn; ctx does not keep the loop alive until then.
func AddAbortSignal[S Stream](ctx context.Context, s S) S {
	if ctx == nil {
		panic(errInvalidArg("signal", "an instance of AbortSignal", nil))
	}
	s.base().watchContext(ctx)
	return s
}

// watchContext destroys the stream when ctx, if there is one, ends.
func (c *core) watchContext(ctx context.Context) {
	if ctx == nil {
		return
	}
	abort := func() { c.destroy(errAborted(ctx)) }
	if ctx.Err() != nil {
		abort()
		return
	}
	if ctx.Done() == nil {
		return
	}
	forget := events.AddAbortListener(ctx, func() { c.loop.Post(abort) })
	Finished(c.self(), func(error) { forget() })
}

// errAborted is what an operation that ctx ended fails with.
func errAborted(ctx context.Context) error { return events.AbortError(context.Cause(ctx)) }
