package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
)

// listener is a function of JavaScript in the list of a Go emitter.
type listener struct {
	fn   *goja.Object
	once *goja.Object // what rawListeners shows for one added by once

	result goja.Value // what that returns
}

// question is what a listener of ours is called with to tell who it is.
type question struct{ answer *listener }

// newListener makes the func that calls fn with the object as `this`.
func (e *Env) newListener(o *object, event string, fn *goja.Object) func(...any) {
	call, _ := goja.AssertFunction(fn)
	who := &listener{fn: fn}
	return func(args ...any) {
		var list []goja.Value
		if len(args) > 0 {
			if q, ok := args[0].(*question); ok {
				q.answer = who
				return
			}
			list = e.argumentsOut(event, args)
		}
		var result goja.Value
		if o.context != nil && e.async.current == nil {
			e.runIn(moment{context: o.context}, func() { result = e.call(call, o.js, list...) })
		} else {
			result = e.call(call, o.js, list...)
		}
		if who.once != nil {
			who.result = result
		}
		if o.capture && result != nil {
			if _, ok := result.(*goja.Object); ok {
				e.capture(o, event, result, list)
			}
		}
	}
}

// standIn is a listener that programs see as fn, of whose work Go does all.
func standIn(fn *goja.Object) func(...any) {
	who := &listener{fn: fn}
	return func(args ...any) {
		if len(args) > 0 {
			if q, ok := args[0].(*question); ok {
				q.answer = who
			}
		}
	}
}

// notFound leaves out what a lookup that failed does not know.
func notFound(args []any, list []goja.Value) {
	for i, a := range args {
		if a == "" || a == 0 {
			list[i] = goja.Undefined()
		}
	}
}

// capture watches the promise that a listener returned.
func (e *Env) capture(o *object, event string, promise goja.Value, args []goja.Value) {
	e.glueCall("events", "_capture", o.js, e.names.value(e.vm, event), promise, e.vm.ToValue(args))
}

func isOnce(v any) bool { _, ok := v.(*events.OnceWrapper); return ok }

// whois returns the listener behind an entry of a Go emitter's list, or nil for one that Go added.
func whois(entry any) *listener {
	if w, ok := entry.(*events.OnceWrapper); ok {
		entry = w.Listener()
	}
	f, ok := entry.(func(...any))
	if !ok {
		return nil
	}
	q := &question{}
	f(q)
	return q.answer
}

// emitterOf returns the emitter of `this`, which it makes for an object that was not constructed as one.
func (e *Env) emitterOf(this goja.Value) *object {
	js, ok := this.(*goja.Object)
	if !ok {
		panic(e.vm.NewTypeError("Illegal invocation"))
	}
	o := e.lookup(js)
	if o == nil || o.js != js && o.stream == nil && o.server == nil && !isProxy(js) {
		o = &object{}
		o.emitter = e.newEmitter(js)
		e.attach(js, o)
	}
	return o
}

func isProxy(o *goja.Object) bool { _, ok := o.Export().(goja.Proxy); return ok }

func (e *Env) newEmitter(js *goja.Object) *events.EventEmitter {
	return events.New(events.Options{Class: className(js)})
}

func className(js *goja.Object) string {
	if c, ok := js.Get("constructor").(*goja.Object); ok {
		if name := text(c.Get("name")); name != "" {
			return name
		}
	}
	return "EventEmitter"
}

// find returns the last entry of the event that is, or stands for, fn.
func (e *Env) find(o *object, event string, fn goja.Value) any {
	entries := o.emitter.RawListeners(event)
	for i := len(entries) - 1; i >= 0; i-- {
		if w := whois(entries[i]); w != nil && w.is(fn) {
			return entries[i]
		}
	}
	return nil
}

func (w *listener) is(fn goja.Value) bool {
	if goja.Value(w.fn) == fn || w.once != nil && goja.Value(w.once) == fn {
		return true
	}
	inner := w.fn.Get("listener") // a wrapper that the program made
	return inner != nil && inner == fn
}

// listenerOut shows an entry of a Go emitter's list to JavaScript: the function that was given, or one around Go's.
func (e *Env) listenerOut(entry any) goja.Value {
	if w := whois(entry); w != nil {
		return w.fn
	}
	return e.fn("", 1, func(goja.FunctionCall) goja.Value { return goja.Undefined() })
}

// rawListenerOut shows what rawListeners does: for once a function that can be called once.
func (e *Env) rawListenerOut(o *object, entry any) goja.Value {
	wrapper, ok := entry.(*events.OnceWrapper)
	who := whois(entry)
	if !ok || who == nil {
		return e.listenerOut(entry)
	}
	if who.once == nil {
		who.once = e.fn("bound onceWrapper", 0, func(c goja.FunctionCall) goja.Value {
			args := make([]any, len(c.Arguments))
			for i, a := range c.Arguments {
				args[i] = a
			}
			wrapper.Call(args...)
			return who.result
		})
		_ = who.once.Set("listener", who.fn)
	}
	return who.once
}
