package events

import (
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

// Received says what came instead, as the end of Node's ERR_INVALID_ARG_TYPE messages does:
// "type number (42)", "type string ('abc')", "null", "an instance of Buffer".
func Received(v any) string {
	if v == nil {
		return "null"
	}
	r := reflect.ValueOf(v)
	switch kind := r.Kind(); kind {
	case reflect.Func, reflect.Pointer, reflect.Map, reflect.Chan, reflect.UnsafePointer:
		if r.IsNil() {
			return "null"
		}
		if kind == reflect.Func {
			return "function"
		}
	case reflect.String:
		shown := r.String()
		if runes := []rune(shown); len(runes) > 28 {
			shown = string(runes[:25]) + "..."
		}
		return "type string (" + quote(shown) + ")"
	case reflect.Bool:
		return "type boolean (" + Inspect(v) + ")"
	default:
		if isNumber(kind) {
			return "type number (" + Inspect(v) + ")"
		}
	}
	return "an instance of " + className(r.Type())
}

func isNumber(k reflect.Kind) bool { return k >= reflect.Int && k <= reflect.Complex128 }

func className(t reflect.Type) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t.Name() != "":
		return t.Name()
	case isBytes(t):
		return "Buffer"
	case t.Kind() == reflect.Slice, t.Kind() == reflect.Array:
		return "Array"
	default:
		return "Object"
	}
}

// Inspect shows a value as Node's util.inspect would: 'text', 42, true, null, <Buffer 68 69>, [ 1, 2 ], { a: 1 }.
func Inspect(v any) string { return inspect(reflect.ValueOf(v), 2) }

func inspect(r reflect.Value, depth int) string {
	if !r.IsValid() {
		return "null"
	}
	if r.CanInterface() {
		if err, ok := r.Interface().(error); ok && !(r.Kind() == reflect.Pointer && r.IsNil()) {
			return err.Error()
		}
	}
	switch r.Kind() {
	case reflect.String:
		return quote(r.String())
	case reflect.Float32, reflect.Float64:
		return inspectFloat(r.Float())
	case reflect.Interface, reflect.Pointer:
		if r.IsNil() {
			return "null"
		}
		return inspect(r.Elem(), depth)
	case reflect.Func:
		return "[Function]"
	case reflect.Slice, reflect.Array:
		return inspectList(r, depth)
	case reflect.Map:
		return inspectMap(r, depth)
	case reflect.Struct:
		return inspectStruct(r, depth)
	default:
		return fmt.Sprint(r)
	}
}

// inspectFloat writes a number as JavaScript does: exponents from 1e21 and below 1e-6 only, without leading zeros.
func inspectFloat(f float64) string {
	size := math.Abs(f)
	switch {
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	case f == 0 || math.IsNaN(f) || size >= 1e-6 && size < 1e21:
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
	return digits + "e" + exponent[:1] + strings.TrimLeft(exponent[1:], "0")
}

func inspectList(r reflect.Value, depth int) string {
	if isBytes(r.Type()) {
		return inspectBuffer(r)
	}
	if r.Len() == 0 {
		return "[]"
	}
	if depth < 0 {
		return "[Array]"
	}
	const most = 100
	var parts []string
	for i := range min(r.Len(), most) {
		parts = append(parts, inspect(r.Index(i), depth-1))
	}
	if more := r.Len() - most; more == 1 {
		parts = append(parts, "... 1 more item")
	} else if more > 1 {
		parts = append(parts, fmt.Sprintf("... %d more items", more))
	}
	return "[ " + strings.Join(parts, ", ") + " ]"
}

func inspectBuffer(r reflect.Value) string {
	const most = 50
	var b strings.Builder
	b.WriteString("<Buffer")
	for i := range min(r.Len(), most) {
		fmt.Fprintf(&b, " %02x", r.Index(i).Uint())
	}
	if more := r.Len() - most; more == 1 {
		b.WriteString(" ... 1 more byte")
	} else if more > 1 {
		fmt.Fprintf(&b, " ... %d more bytes", more)
	}
	return b.String() + ">"
}

func inspectMap(r reflect.Value, depth int) string {
	if depth < 0 {
		return "[Object]"
	}
	var parts []string
	for it := r.MapRange(); it.Next(); {
		parts = append(parts, key(fmt.Sprint(it.Key()))+": "+inspect(it.Value(), depth-1))
	}
	sort.Strings(parts)
	if len(parts) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

func inspectStruct(r reflect.Value, depth int) string {
	name := r.Type().Name()
	if depth < 0 {
		return "[" + className(r.Type()) + "]"
	}
	var parts []string
	for i := range r.NumField() {
		parts = append(parts, r.Type().Field(i).Name+": "+inspect(r.Field(i), depth-1))
	}
	text := "{}"
	if len(parts) > 0 {
		text = "{ " + strings.Join(parts, ", ") + " }"
	}
	return strings.TrimPrefix(name+" "+text, " ")
}

func key(name string) string {
	for i, c := range name {
		if c != '_' && c != '$' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return quote(name)
		}
	}
	if name == "" {
		return "''"
	}
	return name
}

// quote chooses the quotes as Node does: single, unless the text has them and none of the next kind.
func quote(s string) string {
	mark := "'"
	if strings.Contains(s, "'") {
		if !strings.Contains(s, `"`) {
			mark = `"`
		} else if !strings.Contains(s, "`") && !strings.Contains(s, "${") {
			mark = "`"
		}
	}
	var b strings.Builder
	b.WriteString(mark)
	for _, c := range s {
		switch {
		case c == '\\' || string(c) == mark:
			b.WriteString(`\` + string(c))
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\b':
			b.WriteString(`\b`)
		case c == '\f':
			b.WriteString(`\f`)
		case c == '\v':
			b.WriteString(`\v`)
		case c < ' ' || c >= 0x7f && c <= 0x9f:
			fmt.Fprintf(&b, `\x%02X`, c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String() + mark
}
