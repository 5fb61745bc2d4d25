package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
)

// bindEmitter gives the glue the methods of EventEmitter.prototype.
func (e *Env) bindEmitter() {
	methods := e.vm.NewObject()
	method := func(name string, length int, f func(o *object, c goja.FunctionCall) goja.Value) {
		_ = methods.Set(name, e.fn(name, length, func(c goja.FunctionCall) goja.Value { return f(e.emitterOf(c.This), c) }))
	}
	e.bindAdding(method)
	e.bindLooking(method)
	method("emit", 1, e.emit)
	method("removeListener", 2, func(o *object, c goja.FunctionCall) goja.Value {
		fn := e.listenerArgument(c.Argument(1))
		event := e.names.name(c.Argument(0))
		if entry := e.find(o, event, fn); entry != nil {
			o.emitter.RemoveListener(event, entry)
		}
		return c.This
	})
	method("removeAllListeners", 1, func(o *object, c goja.FunctionCall) goja.Value {
		if len(c.Arguments) == 0 {
			o.emitter.RemoveAllListeners()
		} else {
			o.emitter.RemoveAllListeners(e.names.name(c.Argument(0)))
		}
		return c.This
	})
	_ = e.native.Set("emitterMethods", methods)
	e.plainEmit = methods.Get("emit")
	e.bindEmitOverride()
	e.bind("emitterInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		o := e.lookup(js)
		if o == nil || o.js != js {
			o = &object{emitter: e.newEmitter(js)}
			e.attach(js, o)
			e.checkEmit(o)
		}
		o.capture = c.Argument(1).ToBoolean()
		return goja.Undefined()
	})
	e.bind("emitterReset", func(c goja.FunctionCall) goja.Value {
		if o := e.lookup(c.Argument(0)); o != nil && o.stream == nil && o.server == nil {
			o.emitter = e.newEmitter(o.js)
		}
		return goja.Undefined()
	})
	e.bind("captures", func(c goja.FunctionCall) goja.Value {
		o := e.emitterOf(c.Argument(0))
		was := o.capture
		if len(c.Arguments) > 1 {
			o.capture = c.Argument(1).ToBoolean()
		}
		return e.vm.ToValue(was)
	})
	_ = e.native.Set("errorMonitor", e.names.errorMonitor())
	e.bind("defaultMaxListeners", func(c goja.FunctionCall) goja.Value {
		if len(c.Arguments) > 0 {
			events.SetDefaultMaxListeners(limit(c.Argument(0)))
		}
		return e.vm.ToValue(events.DefaultMaxListeners())
	})
	e.bindWarnings()
}

func (e *Env) listenerArgument(v goja.Value) *goja.Object {
	if callback(v) == nil {
		e.throwType("listener", "of type function", v)
	}
	return v.(*goja.Object)
}

type methodMaker func(name string, length int, f func(o *object, c goja.FunctionCall) goja.Value)

func (e *Env) bindAdding(method methodMaker) {
	adding := func(name string, add func(em *events.EventEmitter, event string, fn any)) {
		method(name, 2, func(o *object, c goja.FunctionCall) goja.Value {
			fn := e.listenerArgument(c.Argument(1))
			event := e.names.name(c.Argument(0))
			forget := e.expectWarning(o, event, c.Argument(0))
			add(o.emitter, event, e.newListener(o, event, fn))
			forget()
			return c.This
		})
	}
	adding("addListener", func(em *events.EventEmitter, event string, fn any) { em.On(event, fn) })
	adding("once", func(em *events.EventEmitter, event string, fn any) { em.Once(event, fn) })
	adding("prependListener", func(em *events.EventEmitter, event string, fn any) { em.PrependListener(event, fn) })
	adding("prependOnceListener", func(em *events.EventEmitter, event string, fn any) { em.PrependOnceListener(event, fn) })
}

func (e *Env) bindLooking(method methodMaker) {
	method("listeners", 1, func(o *object, c goja.FunctionCall) goja.Value {
		var list []any
		for _, entry := range o.emitter.RawListeners(e.names.name(c.Argument(0))) {
			v := e.listenerOut(entry)
			if inner := v.(*goja.Object).Get("listener"); inner != nil && callback(inner) != nil {
				v = inner
			}
			list = append(list, v)
		}
		return e.vm.NewArray(list...)
	})
	method("rawListeners", 1, func(o *object, c goja.FunctionCall) goja.Value {
		var list []any
		for _, entry := range o.emitter.RawListeners(e.names.name(c.Argument(0))) {
			list = append(list, e.rawListenerOut(o, entry))
		}
		return e.vm.NewArray(list...)
	})
	method("listenerCount", 2, func(o *object, c goja.FunctionCall) goja.Value {
		event := e.names.name(c.Argument(0))
		if isNil(c.Argument(1)) {
			return e.vm.ToValue(o.emitter.ListenerCount(event))
		}
		n := 0
		for _, entry := range o.emitter.RawListeners(event) {
			if w := whois(entry); w != nil && w.is(c.Argument(1)) {
				n++
			}
		}
		return e.vm.ToValue(n)
	})
	method("eventNames", 0, func(o *object, c goja.FunctionCall) goja.Value {
		var list []any
		for _, name := range o.emitter.EventNames() {
			list = append(list, e.names.value(e.vm, name))
		}
		return e.vm.NewArray(list...)
	})
}

// emit is the program's emit. Go's own listeners see values of Go, those of JavaScript what was given.
func (e *Env) emit(o *object, c goja.FunctionCall) goja.Value {
	event := e.names.name(c.Argument(0))
	args := make([]any, 0, len(c.Arguments))
	if len(c.Arguments) > 1 {
		convert := o.stream != nil && (event == "error" || e.heardByGo(o, event))
		for _, a := range c.Arguments[1:] {
			if convert {
				args = append(args, e.in(a))
			} else {
				args = append(args, a)
			}
		}
	}
	if event == "error" && o.emitter.ListenerCount("error") == 0 {
		return e.unhandled(o, c)
	}
	return e.vm.ToValue(o.emitBelowOverride(event, args...))
}

// unhandled is an `error` event that nobody listens for: the error is thrown.
func (e *Env) unhandled(o *object, c goja.FunctionCall) goja.Value {
	if o.emitter.ListenerCount(events.ErrorMonitor) > 0 {
		args := make([]any, 0, len(c.Arguments))
		for _, a := range c.Arguments[1:] {
			args = append(args, a)
		}
		o.emitBelowOverride(events.ErrorMonitor, args...)
	}
	panic(e.glueCall("errors", "unhandledError", c.Arguments[min(1, len(c.Arguments)):]...))
}

func (e *Env) heardByGo(o *object, event string) bool {
	for _, entry := range o.emitter.RawListeners(event) {
		if whois(entry) == nil {
			return true
		}
	}
	return false
}

// limit reads a number of listeners; Infinity is as good as none.
func limit(v goja.Value) int {
	f := v.ToFloat()
	if f > 1<<30 {
		return 0
	}
	return int(f)
}
