package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
)

// A program may override emit, in a class or by assignment, and then sees all events of its object; most of those of a
// socket are emitted by Go. So that emissions stay cheap where nobody does, an override is noticed when it is made: by
// the constructor, or by the setter of this property.

// bindEmitOverride gives the glue a function that makes `emit` of a prototype such a property.
func (e *Env) bindEmitOverride() {
	e.bind("watchEmit", func(c goja.FunctionCall) goja.Value {
		proto := c.Argument(0).(*goja.Object)
		above := proto.Prototype()
		get := e.fn("get emit", 0, func(goja.FunctionCall) goja.Value { return above.Get("emit") })
		set := e.fn("set emit", 1, func(c goja.FunctionCall) goja.Value {
			this, ok := c.This.(*goja.Object)
			if !ok {
				return goja.Undefined()
			}
			_ = this.DefineDataProperty("emit", c.Argument(0), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE)
			if o := e.lookup(this); o != nil && o.js == this {
				e.overrideEmit(o)
			} else {
				e.emitPatched = true // for all of a class
			}
			return goja.Undefined()
		})
		_ = proto.DefineAccessorProperty("emit", get, set, goja.FLAG_TRUE, goja.FLAG_TRUE)
		return goja.Undefined()
	})
}

// checkEmit looks whether the class of a new object overrides emit.
func (e *Env) checkEmit(o *object) {
	if f := o.js.Get("emit"); f != nil && f != e.plainEmit {
		e.overrideEmit(o)
	}
}

// overrideEmit has what Go emits go through the program's emit, which comes back to Env.emit if it calls the one that
// it overrides.
func (e *Env) overrideEmit(o *object) {
	if o.emitOverridden {
		return
	}
	o.emitOverridden = true
	events.Intercept(o.emitter, func(emit func(string, ...any) bool, event string, args ...any) bool {
		f := o.js.Get("emit")
		call := callback(f)
		if o.emitsBelow || call == nil || f == e.plainEmit {
			o.emitsBelow = false
			return emit(event, args...)
		}
		list := append([]goja.Value{e.names.value(e.vm, event)}, e.argumentsOut(event, args)...)
		return e.call(call, o.js, list...).ToBoolean()
	})
}

// emitBelowOverride emits to the listeners and not to who overrides emit.
func (o *object) emitBelowOverride(event string, args ...any) bool {
	o.emitsBelow = o.emitOverridden
	defer func() { o.emitsBelow = false }()
	return o.emitter.Emit(event, args...)
}

// argumentsOut is what JavaScript gets of the arguments of an event.
func (e *Env) argumentsOut(event string, args []any) []goja.Value {
	if len(args) == 0 {
		return nil
	}
	list := e.outAll(args)
	if event == "lookup" {
		notFound(args, list)
	}
	if name, ok := args[0].(string); ok && tellsName(event) {
		list[0] = e.names.value(e.vm, name)
	}
	return list
}
