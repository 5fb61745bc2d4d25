package js

import (
	"reflect"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// out is the JavaScript form of a value of ours.
func (e *Env) out(v any) goja.Value {
	switch v := v.(type) {
	case nil:
		return goja.Null()
	case goja.Value:
		return v
	case []byte:
		if e.handed.is(v) {
			return e.handed.buffer
		}
		return e.buffer(v)
	case string:
		return e.vm.ToValue(v)
	case bool:
		return e.vm.ToValue(v)
	case int:
		return e.vm.ToValue(v)
	case error:
		return e.errorOut(v)
	case *net2.Socket:
		return e.socketOf(v).js
	case net2.DropArgument:
		return e.dropArgument(v)
	case stream.Stream:
		if o := e.known.find(v); o != nil {
			return o.js
		}
		return goja.Null()
	}
	if reflect.TypeOf(v).Kind() == reflect.Func || isOnce(v) {
		return e.listenerOut(v)
	}
	return e.vm.ToValue(v)
}

func (e *Env) outAll(args []any) []goja.Value {
	list := make([]goja.Value, len(args))
	for i, a := range args {
		list[i] = e.out(a)
	}
	return list
}

// buffer makes a Buffer that shares its memory with b.
func (e *Env) buffer(b []byte) goja.Value {
	ab := e.vm.ToValue(e.vm.NewArrayBuffer(b))
	o, err := e.classes.bytes(e.classes.buffer, ab)
	if err != nil {
		panic(err)
	}
	return o
}

// bytesOf returns the memory of a Buffer, typed array, DataView or ArrayBuffer.
func (e *Env) bytesOf(v goja.Value) ([]byte, bool) {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	switch x := o.Export().(type) {
	case []byte:
		return x, true
	case goja.ArrayBuffer:
		return x.Bytes(), true
	}
	inner, ok := o.Get("buffer").(*goja.Object)
	if !ok {
		return nil, false
	}
	ab, ok := inner.Export().(goja.ArrayBuffer)
	if !ok {
		return nil, false
	}
	offset, n := o.Get("byteOffset"), o.Get("byteLength")
	if isNil(offset) || isNil(n) {
		return nil, false
	}
	at := int(offset.ToInteger())
	return ab.Bytes()[at : at+int(n.ToInteger())], true
}

// isString tells whether v is a string of JavaScript, and not an object around one.
func isString(v goja.Value) bool {
	s, ok := v.(goja.String)
	_ = s
	return ok
}

// text returns a string argument, "" when it is absent.
func text(v goja.Value) string {
	if v == nil || !isString(v) {
		return ""
	}
	return v.String()
}

// chunkIn is what a byte stream gets for a chunk: nil, a string or bytes. False: it is neither.
func (e *Env) chunkIn(v goja.Value) (any, bool) {
	if isNil(v) {
		return nil, true
	}
	if isString(v) {
		return v.String(), true
	}
	if b, ok := e.bytesOf(v); ok {
		return b, true
	}
	return nil, false
}

// in is what Go listeners get of what a program emits.
func (e *Env) in(v goja.Value) any {
	if isNil(v) {
		return nil
	}
	if isString(v) {
		return v.String()
	}
	if o := e.lookup(v); o != nil && o.stream != nil {
		return o.stream
	}
	if obj, ok := v.(*goja.Object); ok {
		if obj.ClassName() == "Error" {
			return e.errorIn(v)
		}
		if b, ok := e.bytesOf(v); ok {
			return b
		}
		return v
	}
	return v.Export()
}
