package events

import (
	"path"
	"slices"
)

// watcher sees the emissions of all events that its test lets through, or stands in for Emit: see Intercept.
type watcher struct {
	test func(event string) bool
	fn   func(event string, args ...any)
	emit func(event string, args ...any) bool
}

func watch(all []*watcher, event string, args []any) {
	for _, w := range all {
		if w.test != nil && w.test(event) {
			w.fn(event, slices.Clone(args)...)
		}
	}
}

func (e *EventEmitter) watch(w *watcher) (stop func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.change(func(own *Options) { own.watchers = append(slices.Clone(own.watchers), w) })
	return func() { e.unwatch(w) }
}

func (e *EventEmitter) unwatch(w *watcher) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !slices.Contains(e.watchers(), w) {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(e.watchers()), func(x *watcher) bool { return x == w })
	if len(rest) == 0 {
		rest = nil
	}
	e.change(func(own *Options) { own.watchers = rest })
}

// Match calls listener at every emission of an event whose name matches the pattern, in which `*`, `?` and `[a-z]` are
// as in path.Match: "conn*". It runs before the event's listeners, on the goroutine that emits. Like an ErrorMonitor it
// only looks on: it is not among the listeners, and an `error` event that it sees is still unhandled.
// stop ends it. Any goroutine. Node has nothing like it.
//
// It panics with ERR_INVALID_ARG_VALUE if the pattern is malformed. An emitter that is matched emits more slowly.
func Match(e Emitter, pattern string, listener func(event string, args ...any)) (stop func()) {
	if listener == nil {
		panic(InvalidArgType("listener", "of type function", nil))
	}
	if _, err := path.Match(pattern, ""); err != nil {
		panic(&Error{
			Name:    "TypeError",
			Code:    "ERR_INVALID_ARG_VALUE",
			Message: "The argument 'pattern' must be a pattern of path.Match. Received " + Inspect(pattern),
			Cause:   err,
		})
	}
	test := func(event string) bool {
		ok, _ := path.Match(pattern, event)
		return ok
	}
	return e.emitter().watch(&watcher{test: test, fn: listener})
}

// Sink takes forwarded events. The channel emitters that are common in Go have this method.
type Sink interface {
	Emit(topic string, args ...any) chan struct{}
}

// Forward hands every event that e emits to the sink, before the listeners of e run. It does not wait for the channel
// that the sink returns, so that a slow receiver does not hold up e; a sink that delivers on goroutines of its own
// may then deliver out of order. stop ends it. Any goroutine.
func Forward(e Emitter, sink Sink) (stop func()) {
	return e.emitter().watch(&watcher{
		test: func(string) bool { return true },
		fn:   func(event string, args ...any) { sink.Emit(event, args...) },
	})
}

// Watched tells whether a Match or a Forward sees what is emitted, though it does not count as a listener.
func (e *EventEmitter) Watched() bool { return e.watchers() != nil }
