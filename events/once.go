package events

import "sync/atomic"

// OnceWrapper is what Once puts in the list of an event, and what RawListeners shows. Node: the function with a
// listener property that emitter.once makes. It can be given to Off, and to On.
type OnceWrapper struct {
	on    *EventEmitter
	event string
	fn    any
	fired atomic.Bool
}

// Listener returns the listener that was given to Once. Node: wrapper.listener.
func (w *OnceWrapper) Listener() any { return w.fn }

// Call removes the wrapper from its emitter and calls the listener; the second time it does nothing.
// Node: calling the wrapper.
func (w *OnceWrapper) Call(args ...any) {
	if w.take() {
		if err := call(w.event, w.fn, args); err != nil {
			w.on.rest(nil, w.event, args, err, true)
		}
	}
}

// take reports whether the caller is the one to call the listener, and removes it first.
func (w *OnceWrapper) take() bool {
	if !w.fired.CompareAndSwap(false, true) {
		return false
	}
	w.on.remove(w.event, w)
	return true
}

func (e *EventEmitter) wrapOnce(event string, listener any) *OnceWrapper {
	return &OnceWrapper{on: e, event: event, fn: e.accept(event, listener)}
}

// original is the listener that the user gave.
func original(fn any) any {
	if w, ok := fn.(*OnceWrapper); ok {
		return w.fn
	}
	return fn
}
