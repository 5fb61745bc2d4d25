package events

import "context"

// ListenerCount is e.ListenerCount(event). Node: events.listenerCount.
func ListenerCount(e Emitter, event string) int { return e.emitter().ListenerCount(event) }

// GetEventListeners is e.Listeners(event). Node: events.getEventListeners.
func GetEventListeners(e Emitter, event string) []any { return e.emitter().Listeners(event) }

// GetMaxListeners is e.GetMaxListeners(). Node: events.getMaxListeners.
func GetMaxListeners(e Emitter) int { return e.emitter().GetMaxListeners() }

// SetMaxListeners sets the limit of every given emitter, or the default if none is given. Node: events.setMaxListeners.
// It panics with ERR_OUT_OF_RANGE if n is negative.
func SetMaxListeners(n int, e ...Emitter) {
	if n < 0 {
		panic(OutOfRange("setMaxListeners", ">= 0", n))
	}
	if len(e) == 0 {
		SetDefaultMaxListeners(n)
	}
	for _, one := range e {
		one.emitter().SetMaxListeners(n)
	}
}

// AddAbortListener calls fn, on a goroutine of its own, when ctx is done: at once if it is. The context stands for
// Node's AbortSignal. stop takes it back, and reports whether fn will never run. Node: events.addAbortListener.
func AddAbortListener(ctx context.Context, fn func()) (stop func() bool) {
	if fn == nil {
		panic(InvalidArgType("listener", "of type function", nil))
	}
	return context.AfterFunc(ctx, fn)
}
