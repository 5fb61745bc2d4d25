package events

import "slices"

// Intercept puts a function in the place of the emitter's Emit, also where the packages of this project emit: it is
// what overriding `emit` is in Node, be it by a class or by assignment. override is given emit, which does what Emit did
// before, to be called or not, with the same arguments or others; what it returns is what Emit returns. It runs on the
// goroutine that emits. The newest of several comes first. stop ends it. Any goroutine.
//
// What an emitter does when a listener is missing is done by emit too: an override that keeps an `error` event from it
// has handled the error.
//
// An emitter that is intercepted emits more slowly.
func Intercept(e Emitter, override func(emit func(event string, args ...any) bool, event string, args ...any) bool) (stop func()) {
	if override == nil {
		panic(InvalidArgType("override", "of type function", nil))
	}
	em := e.emitter()
	w := &watcher{}
	w.emit = func(event string, args ...any) bool {
		return override(func(event string, args ...any) bool { return em.emitBelow(w, event, args) }, event, args...)
	}
	return em.watch(w)
}

// interceptor is the newest stand-in for Emit among the first n watchers, or nil.
func interceptor(all []*watcher, n int) func(event string, args ...any) bool {
	for i := n - 1; i >= 0; i-- {
		if all[i].emit != nil {
			return all[i].emit
		}
	}
	return nil
}

// emitBelow is Emit as it was before w. A w that was stopped meanwhile has none before it.
func (e *EventEmitter) emitBelow(w *watcher, event string, args []any) bool {
	all := e.watchers()
	if at := slices.Index(all, w); at > 0 {
		if emit := interceptor(all, at); emit != nil {
			return emit(event, args...)
		}
	}
	return e.emit(event, args)
}
