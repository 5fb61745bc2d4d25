package events

import "slices"

// Emit calls the listeners of the event in order, with these arguments, and reports whether there were any.
// Node: emitter.emit. A listener's panic passes through, and the listeners after it are not called.
//
// An `error` event that has no listener panics: with its argument if that is an error, else with ERR_UNHANDLED_ERROR.
// An argument that does not fit its listener panics with ERR_INVALID_ARG_TYPE; see On.
func (e *EventEmitter) Emit(event string, args ...any) bool {
	if w := e.watchers(); w != nil {
		if emit := interceptor(w, len(w)); emit != nil {
			return emit(event, slices.Clone(args)...)
		}
	}
	return e.emit(event, args)
}

// emit is Emit without those who stand in for it.
func (e *EventEmitter) emit(event string, args []any) bool {
	if event == errorEvent {
		return e.emitError(args, true)
	}
	if w := e.watchers(); w != nil {
		watch(w, event, args)
	}
	l := e.events.Load().get(event)
	if l == nil {
		return false
	}
	e.run(l, event, args, true)
	return true
}

// Emit1 is Emit with one argument that is not boxed for a listener of type func(T): nothing is allocated.
func Emit1[T any](e *EventEmitter, event string, arg T) bool {
	if e.watchers() != nil || event == errorEvent {
		return e.Emit(event, arg)
	}
	l := e.events.Load().get(event)
	if l == nil {
		return false
	}
	for i, fn := range l.fns() {
		if f, ok := fn.(func(T)); ok {
			f(arg)
		} else if err := call1(event, fn, arg); err != nil {
			// Rejections are rare, and wait for the last listener: the general form knows how.
			e.rest(l.fns()[i+1:], event, []any{arg}, err, true)
			break
		}
	}
	return true
}

func call1[T any](event string, fn any, arg T) error {
	switch f := fn.(type) {
	case func(T):
		f(arg)
		return nil
	case func():
		f()
		return nil
	case func(any):
		f(arg)
		return nil
	case func(...any):
		f(arg)
		return nil
	case func(string):
		if b, ok := any(arg).([]byte); ok {
			f(string(b))
			return nil
		}
	case *OnceWrapper:
		if !f.take() {
			return nil
		}
		return call1(event, f.fn, arg)
	}
	return call(event, fn, []any{arg})
}

func (e *EventEmitter) run(l *list, event string, args []any, capture bool) {
	for i, fn := range l.fns() {
		if err := call(event, fn, args); err != nil {
			e.rest(l.fns()[i+1:], event, args, err, capture)
			return
		}
	}
}

// rest goes on with an emission in which a listener returned an error. Whatever the errors lead to comes after
// the last listener, as what a promise leads to comes after the emit.
func (e *EventEmitter) rest(fns []any, event string, args []any, first error, capture bool) {
	e.later(event, args, first, capture)
	errs := []error{first}
	for _, fn := range fns {
		if err := call(event, fn, args); err != nil {
			e.later(event, args, err, capture)
			errs = append(errs, err)
		}
	}
	if e.opts().Loop == nil {
		for _, err := range errs {
			e.handle(event, args, err, capture)
		}
	}
}

// later has the loop, if there is one, handle a listener's error, even if a listener after it panics.
func (e *EventEmitter) later(event string, args []any, err error, capture bool) {
	loop := e.opts().Loop
	if loop == nil {
		return
	}
	kept := slices.Clone(args)
	// A promise tells of its rejection in a microtask, and Node then waits for the next tick.
	loop.QueueMicrotask(func() {
		loop.NextTick(func() { e.handle(event, kept, err, capture) })
	})
}

// handle does with a listener's error what Node does with a rejected promise. Nobody captures the errors of
// the listeners that are called for it, or it might never end.
func (e *EventEmitter) handle(event string, args []any, err error, capture bool) {
	o := e.opts()
	switch {
	case !capture || !o.CaptureRejections:
		panic(err)
	case o.OnRejection != nil:
		o.OnRejection(e.this, err, event, slices.Clone(args)...)
	default:
		e.emitError([]any{err}, false)
	}
}

func (e *EventEmitter) emitError(args []any, capture bool) bool {
	if w := e.watchers(); w != nil {
		watch(w, errorEvent, args)
	}
	t := e.events.Load()
	if l := t.get(ErrorMonitor); l != nil {
		e.run(l, ErrorMonitor, args, capture)
	}
	if now := e.events.Load(); now.times() == t.times() {
		t = now // else a monitor has removed everything, and as in Node the error still goes to those who were there
	}
	l := t.get(errorEvent)
	if l == nil {
		panic(unhandled(args))
	}
	e.run(l, errorEvent, args, capture)
	return true
}

// unhandled is the value of the panic for an `error` event that nobody listens for.
func unhandled(args []any) error {
	shown := "undefined"
	if len(args) > 0 {
		if err, ok := args[0].(error); ok {
			return err
		}
		shown = Inspect(args[0])
	}
	return &Error{Name: "Error", Code: "ERR_UNHANDLED_ERROR", Message: "Unhandled error. (" + shown + ")"}
}
