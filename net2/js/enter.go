package js

import (
	"github.com/dop251/goja"
)

// bridge puts the engine on the loop. The engine runs promise callbacks when its outermost call returns; so one callback
// of the loop and the ticks after it run inside one such call.
func (e *Env) bridge() {
	run := e.vm.ToValue(func(goja.FunctionCall) goja.Value {
		run := e.inside
		e.inside = nil
		defer e.rethrow()
		run()
		return goja.Undefined()
	})
	// A call counts as outermost unless it comes from JavaScript: so the Go function is called by one of JavaScript.
	outer, err := e.vm.RunString("(function(run) { run(); })")
	if err != nil {
		panic(err)
	}
	call, _ := goja.AssertFunction(outer)
	e.enter = func() error {
		_, err := call(goja.Undefined(), run)
		return err
	}
	e.loop.Around(func(run func()) { e.around(run) })
	e.loop.OnUncaught(e.uncaught)
	e.vm.SetPromiseRejectionTracker(e.rejections.track)
}

func (e *Env) around(run func()) {
	e.inside = run
	e.async.current = nil
	err := e.enter()
	e.tellRejections()
	if err != nil {
		panic(err)
	}
}

// within is around for code that is not on the loop's list; what it throws is uncaught.
func (e *Env) within(run func()) {
	e.inside = run
	if err := e.enter(); err != nil {
		e.uncaught(err)
	}
	e.tellRejections()
}

// rethrow is deferred by every Go function that JavaScript calls: what our packages panic with becomes what JavaScript
// catches.
func (e *Env) rethrow() {
	if v := recover(); v != nil {
		panic(e.thrown(v))
	}
}

// thrown is the JavaScript side of a panic. A bug of Go stays what it is.
func (e *Env) thrown(v any) any {
	switch v := v.(type) {
	case goja.Value, *goja.Exception, *goja.InterruptedError:
		return v
	case error:
		if known, ok := e.errorValue(v); ok {
			return known
		}
	}
	return v
}

// fn makes a function of JavaScript.
func (e *Env) fn(name string, length int, f func(c goja.FunctionCall) goja.Value) *goja.Object {
	o := e.vm.ToValue(func(c goja.FunctionCall) goja.Value {
		defer e.rethrow()
		return f(c)
	}).(*goja.Object)
	define(o, "name", e.vm.ToValue(name))
	define(o, "length", e.vm.ToValue(length))
	return o
}

func define(o *goja.Object, name string, v goja.Value) {
	_ = o.DefineDataProperty(name, v, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE)
}

// bind gives the glue a function.
func (e *Env) bind(name string, f func(c goja.FunctionCall) goja.Value) {
	_ = e.native.Set(name, e.fn(name, 0, f))
}

// call calls a function that JavaScript gave; what it throws goes on as a panic.
func (e *Env) call(f goja.Callable, this goja.Value, args ...goja.Value) goja.Value {
	v, err := f(this, args...)
	if err != nil {
		panic(err)
	}
	return v
}

// callProcess calls a method of process that programs do not see.
func (e *Env) callProcess(method string, args ...goja.Value) goja.Value {
	f, ok := goja.AssertFunction(e.process.Get(method))
	if !ok {
		return goja.Undefined()
	}
	return e.call(f, e.process, args...)
}

func isNil(v goja.Value) bool { return v == nil || goja.IsUndefined(v) || goja.IsNull(v) }

// callback returns the function at v, or nil.
func callback(v goja.Value) goja.Callable {
	if v == nil {
		return nil
	}
	f, _ := goja.AssertFunction(v)
	return f
}
