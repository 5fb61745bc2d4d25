package events

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
)

// call calls one entry of a list with the arguments of an emission. The error is the listener's result, if it has one.
// args does not leave the stack of the emission: what a listener could keep is copied.
func call(event string, fn any, args []any) error {
	switch f := fn.(type) {
	case func():
		f()
	case func(...any):
		f(slices.Clone(args)...)
	case func(any):
		if len(args) == 0 {
			f(nil)
		} else {
			f(args[0])
		}
	case func([]byte):
		f(first[[]byte](event, args))
	case func(string):
		f(first[string](event, args))
	case func(error):
		f(first[error](event, args))
	case func(bool):
		f(first[bool](event, args))
	case func() error:
		return f()
	case func(...any) error:
		return f(slices.Clone(args)...)
	case *OnceWrapper:
		if f.take() {
			return call(event, f.fn, args)
		}
	default:
		return shapeOf(reflect.TypeOf(fn)).call(event, fn, args)
	}
	return nil
}

// first is the first argument as a T.
func first[T any](event string, args []any) T {
	var zero T
	if len(args) == 0 || args[0] == nil {
		return zero
	}
	if v, ok := args[0].(T); ok {
		return v
	}
	return convert(event, 0, args[0], reflect.TypeFor[T]()).Interface().(T)
}

// convert makes a value fit a parameter of type want, or panics.
func convert(event string, position int, arg any, want reflect.Type) reflect.Value {
	if arg == nil {
		return reflect.Zero(want)
	}
	v := reflect.ValueOf(arg)
	got := v.Type()
	if got.AssignableTo(want) || sameText(got, want) {
		return v.Convert(want)
	}
	panic(&Error{
		Name: "TypeError",
		Code: "ERR_INVALID_ARG_TYPE",
		Message: fmt.Sprintf(`Argument %d of the event "%s" must be of type %s for its listener. Received %s`,
			position+1, event, want, got),
	})
}

// sameText reports whether one is a kind of []byte and the other a kind of string, so that they turn into each other.
func sameText(a, b reflect.Type) bool {
	return (isBytes(a) && b.Kind() == reflect.String || a.Kind() == reflect.String && isBytes(b)) && a.ConvertibleTo(b)
}

func isBytes(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8
}

// shape is what reflection has to know of a func type, worked out once.
type shape struct {
	params   []reflect.Type // without the variadic one
	variadic reflect.Type   // element type, nil if not variadic
	fails    bool           // the last result is an error
}

var shapes sync.Map // reflect.Type to *shape; as many as the program has listener types

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := &shape{}
	for p := range t.Ins() {
		s.params = append(s.params, p)
	}
	if t.IsVariadic() {
		n := len(s.params) - 1
		s.variadic = s.params[n].Elem()
		s.params = s.params[:n]
	}
	s.fails = t.NumOut() > 0 && t.Out(t.NumOut()-1) == reflect.TypeFor[error]()
	kept, _ := shapes.LoadOrStore(t, s)
	return kept.(*shape)
}

func (s *shape) call(event string, fn any, args []any) error {
	in := make([]reflect.Value, 0, max(len(s.params), len(args)))
	for i, p := range s.params {
		if i < len(args) {
			in = append(in, convert(event, i, args[i], p))
		} else {
			in = append(in, reflect.Zero(p))
		}
	}
	if s.variadic != nil {
		for i := len(s.params); i < len(args); i++ {
			in = append(in, convert(event, i, args[i], s.variadic))
		}
	}
	out := reflect.ValueOf(fn).Call(in)
	if s.fails {
		if err, _ := out[len(out)-1].Interface().(error); err != nil {
			return err
		}
	}
	return nil
}
