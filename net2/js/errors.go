package js

import (
	"errors"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
)

// jsError is a value that JavaScript threw or handed to us as an error.
type jsError struct {
	value goja.Value
	code  string
}

func (e *jsError) Error() string { return e.value.String() }

// Is lets Go compare by code.
func (e *jsError) Is(target error) bool {
	t, ok := target.(*events.Error)
	return ok && t.Code == e.code && t.Message == ""
}

// errorCache remembers the JavaScript object of the last errors that crossed, since one error is often told twice.
type errorCache struct {
	entries [64]struct {
		err   error
		value goja.Value
	}
	next int
}

func (c *errorCache) find(err error) goja.Value {
	for i := range c.entries {
		if c.entries[i].err == err {
			return c.entries[i].value
		}
	}
	return nil
}

func (c *errorCache) add(err error, v goja.Value) {
	c.entries[c.next].err, c.entries[c.next].value = err, v
	c.next = (c.next + 1) % len(c.entries)
}

func (e *Env) bindErrors() {}

// errorIn is what Go gets for an error of JavaScript: nil for null and undefined.
func (e *Env) errorIn(v goja.Value) error {
	if isNil(v) {
		return nil
	}
	code := ""
	if o, ok := v.(*goja.Object); ok {
		if c := o.Get("code"); c != nil {
			code = c.String()
		}
	}
	return &jsError{value: v, code: code}
}

// errorOut is what JavaScript gets for an error of Go.
func (e *Env) errorOut(err error) goja.Value {
	if err == nil {
		return goja.Null()
	}
	if v, ok := e.errorValue(err); ok {
		return v
	}
	return e.newError(&events.Error{Message: err.Error()})
}

// errorValue finds or makes the object of an error that JavaScript knows, or that Node has.
func (e *Env) errorValue(err error) (goja.Value, bool) {
	var ours *jsError
	var thrown *goja.Exception
	var endless *goja.StackOverflowError
	var coded *events.Error
	switch {
	case errors.As(err, &coded) && coded == err:
	case errors.As(err, &ours):
		return ours.value, true
	case errors.As(err, &thrown):
		return thrown.Value(), true
	case errors.As(err, &endless):
		return e.glueCall("errors", "stackOverflow"), true
	case coded == nil:
		return nil, false
	}
	if v := e.errorCache.find(coded); v != nil {
		return v, true
	}
	v := e.newError(coded)
	e.errorCache.add(coded, v)
	return v, true
}

func (e *Env) newError(err *events.Error) goja.Value {
	fields := e.vm.NewObject()
	set := func(name string, v any) { _ = fields.Set(name, v) }
	set("name", err.Name)
	set("code", err.Code)
	set("message", err.Message)
	if err.Errno != 0 {
		set("errno", -int(err.Errno))
	}
	if err.Syscall != "" {
		set("syscall", err.Syscall)
	}
	if err.Address != "" {
		set("address", err.Address)
	}
	if err.Port != 0 {
		set("port", err.Port)
	}
	if err.Cause != nil {
		set("cause", e.errorOut(err.Cause))
	}
	if len(err.Errors) > 0 {
		list := make([]any, len(err.Errors))
		for i, inner := range err.Errors {
			list[i] = e.errorOut(inner)
		}
		set("errors", e.vm.NewArray(list...))
	}
	return e.glueCall("errors", "fromGo", fields)
}

// glueCall calls a function that a module of the glue exports.
func (e *Env) glueCall(module, name string, args ...goja.Value) goja.Value {
	exports := e.requireGlue(module)
	f, _ := goja.AssertFunction(exports.ToObject(e.vm).Get(name))
	return e.call(f, exports, args...)
}

// throwType throws Node's ERR_INVALID_ARG_TYPE.
func (e *Env) throwType(name string, expected string, got goja.Value) {
	panic(e.glueCall("errors", "invalidArgType", e.vm.ToValue(name), e.vm.ToValue(expected), got))
}
