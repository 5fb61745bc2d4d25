package events

import (
	"fmt"
	"maps"
	"reflect"
)

// Signatures maps the declared events of a class to the type of func that can take all of an event's arguments.
// Build it once with Declare and share it.
type Signatures map[string]reflect.Type

// Declare builds Signatures from sample funcs, of which only the type counts:
//
//	var socketEvents = events.Declare(map[string]any{
//		"close": func(hadError bool) {},
//		"data":  func(chunk any) {},
//	})
//
// A parameter of type any says that the argument can be anything. The signatures of a base class come after, and are
// overridden. It panics with ERR_INVALID_ARG_TYPE if a sample is no func.
func Declare(samples map[string]any, base ...Signatures) Signatures {
	s := make(Signatures)
	for _, b := range base {
		maps.Copy(s, b)
	}
	for event, sample := range samples {
		t := reflect.TypeOf(sample)
		if t == nil || t.Kind() != reflect.Func {
			panic(InvalidArgType(event, "of type function", sample))
		}
		s[event] = t
	}
	return s
}

// accept checks a listener and returns what is put in the list.
func (e *EventEmitter) accept(event string, listener any) any {
	fn := mustBeFunc(listener)
	if want, declared := e.opts().Signatures[event]; declared {
		got := reflect.TypeOf(original(fn))
		if !fits(want, got) {
			panic(&Error{
				Name: "TypeError",
				Code: "ERR_INVALID_ARG_TYPE",
				Message: fmt.Sprintf(`The "listener" argument for the event "%s" must be of type %s. Received %s`,
					event, want, got),
			})
		}
	}
	return fn
}

// mustBeFunc returns the listener as a func of an unnamed type, so that one type assertion recognises it at Emit.
// The func value, and so its identity, stays the same.
func mustBeFunc(listener any) any {
	switch f := listener.(type) {
	case func():
		if f != nil {
			return listener
		}
	case func([]byte):
		if f != nil {
			return listener
		}
	case *OnceWrapper:
		if f != nil {
			return listener
		}
	default:
		v := reflect.ValueOf(listener)
		if v.Kind() != reflect.Func || v.IsNil() {
			break
		}
		if t := v.Type(); t.Name() != "" {
			return v.Convert(unnamed(t)).Interface()
		}
		return listener
	}
	panic(InvalidArgType("listener", "of type function", listener))
}

func unnamed(t reflect.Type) reflect.Type {
	var in, out []reflect.Type
	for p := range t.Ins() {
		in = append(in, p)
	}
	for r := range t.Outs() {
		out = append(out, r)
	}
	return reflect.FuncOf(in, out, t.IsVariadic())
}

// fits reports whether a listener of type got can take what a func of type want takes.
func fits(want, got reflect.Type) bool {
	if want == got {
		return true
	}
	w, g := shapeOf(want), shapeOf(got)
	for i, declared := range w.params {
		p := g.variadic
		if i < len(g.params) {
			p = g.params[i]
		}
		if p != nil && !passes(declared, p) {
			return false
		}
	}
	return true
}

// passes reports whether an argument declared as one type can be handed to a parameter of another.
func passes(declared, param reflect.Type) bool {
	if declared.AssignableTo(param) || sameText(declared, param) {
		return true
	}
	// What comes under the name of an interface is known at Emit only. Allow what may come.
	return declared.Kind() == reflect.Interface && (param.Kind() == reflect.Interface || param.Implements(declared))
}
