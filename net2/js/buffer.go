package js

import (
	"bytes"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/stream"
)

// classes are those whose instances Go makes.
type classes struct {
	bytes  goja.Constructor // Uint8Array
	buffer *goja.Object     // Buffer
	socket *goja.Object

	socketEnd func(...any) // the listener for end that every socket has
}

func (e *Env) bindBuffer() {
	e.classes.bytes, _ = goja.AssertConstructor(e.vm.Get("Uint8Array"))
	e.bind("setBuffer", func(c goja.FunctionCall) goja.Value {
		e.classes.buffer = c.Argument(0).(*goja.Object)
		return goja.Undefined()
	})
	e.bind("encode", func(c goja.FunctionCall) goja.Value { // (string, encoding) to Buffer
		return e.buffer(encode(c.Argument(0), encodingOf(c.Argument(1))))
	})
	e.bind("byteLength", func(c goja.FunctionCall) goja.Value {
		return e.vm.ToValue(byteLength(c.Argument(0), encodingOf(c.Argument(1))))
	})
	e.bind("decode", func(c goja.FunctionCall) goja.Value { // (bytes, encoding, start, end) to string
		b, _ := e.bytesOf(c.Argument(0))
		start, end := int(c.Argument(2).ToInteger()), int(c.Argument(3).ToInteger())
		return e.text(b[start:end], encodingOf(c.Argument(1)))
	})
	e.bind("isEncoding", func(c goja.FunctionCall) goja.Value {
		return e.vm.ToValue(isString(c.Argument(0)) && stream.IsEncoding(c.Argument(0).String()))
	})
	e.bind("alloc", func(c goja.FunctionCall) goja.Value { return e.buffer(make([]byte, c.Argument(0).ToInteger())) })
	e.bind("compare", func(c goja.FunctionCall) goja.Value {
		a, _ := e.bytesOf(c.Argument(0))
		b, _ := e.bytesOf(c.Argument(1))
		return e.vm.ToValue(bytes.Compare(a, b))
	})
	e.bind("indexOf", func(c goja.FunctionCall) goja.Value { // (bytes, bytes, from, backwards)
		a, _ := e.bytesOf(c.Argument(0))
		b, _ := e.bytesOf(c.Argument(1))
		from := int(c.Argument(2).ToInteger())
		if c.Argument(3).ToBoolean() {
			return e.vm.ToValue(bytes.LastIndex(a[:min(len(a), from+len(b))], b))
		}
		if i := bytes.Index(a[from:], b); i >= 0 {
			return e.vm.ToValue(from + i)
		}
		return e.vm.ToValue(-1)
	})
	e.bind("concat", func(c goja.FunctionCall) goja.Value { // (array, length)
		out := make([]byte, c.Argument(1).ToInteger())
		n := 0
		e.vm.ForOf(c.Argument(0), func(v goja.Value) bool {
			b, _ := e.bytesOf(v)
			n += copy(out[n:], b)
			return n < len(out)
		})
		return e.buffer(out)
	})
	e.bindDecoder()
}

func encodingOf(v goja.Value) string {
	if isNil(v) {
		return stream.UTF8
	}
	return v.String()
}

// encode is Buffer.from(string, encoding).
func encode(v goja.Value, encoding string) []byte {
	if canonical, ok := stream.NormalizeEncoding(encoding); ok && canonical == stream.UTF16LE {
		return utf16Bytes(v)
	}
	return stream.Encode(v.String(), encoding)
}

// utf16Bytes keeps surrogates without a partner, which a Go string cannot.
func utf16Bytes(v goja.Value) []byte {
	s, ok := v.(goja.String)
	if !ok {
		return stream.Encode(v.String(), stream.UTF16LE)
	}
	b := make([]byte, 2*s.Length())
	for i := range s.Length() {
		u := s.CharAt(i)
		b[2*i], b[2*i+1] = byte(u), byte(u>>8)
	}
	return b
}

func byteLength(v goja.Value, encoding string) int {
	if canonical, _ := stream.NormalizeEncoding(encoding); canonical == stream.UTF8 {
		return len(v.String())
	}
	return len(encode(v, encoding))
}

// text is buffer.toString(encoding).
func (e *Env) text(b []byte, encoding string) goja.Value {
	canonical, ok := stream.NormalizeEncoding(encoding)
	if ok && canonical == stream.UTF16LE {
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
		}
		return goja.StringFromUTF16(units)
	}
	if ok && canonical == stream.UTF8 && utf8.Valid(b) {
		return e.vm.ToValue(string(b))
	}
	return e.vm.ToValue(stream.Decode(b, encoding))
}

func (e *Env) bindDecoder() {
	decoder := func(c goja.FunctionCall) *stream.StringDecoder {
		d, _ := c.Argument(0).Export().(*stream.StringDecoder)
		return d
	}
	e.bind("decoder", func(c goja.FunctionCall) goja.Value {
		return e.vm.ToValue(stream.NewStringDecoder(encodingOf(c.Argument(0))))
	})
	e.bind("decoderEncoding", func(c goja.FunctionCall) goja.Value { return e.vm.ToValue(decoder(c).Encoding()) })
	e.bind("decoderWrite", func(c goja.FunctionCall) goja.Value {
		b, _ := e.bytesOf(c.Argument(1))
		return e.vm.ToValue(decoder(c).Write(b))
	})
	e.bind("decoderEnd", func(c goja.FunctionCall) goja.Value { return e.vm.ToValue(decoder(c).End()) })
	e.bind("decoderNeeds", func(c goja.FunctionCall) goja.Value {
		d := decoder(c)
		return e.vm.NewArray(d.LastNeed(), d.LastTotal(), e.buffer(d.LastChar()))
	})
}
