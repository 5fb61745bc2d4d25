package events

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// recorder makes listeners of every directly called shape, and says what they got.
func recorder(got *string) map[string]any {
	say := func(args ...any) { *got = fmt.Sprintf("%#v", args) }
	return map[string]any{
		"func()":             func() { say() },
		"func([]byte)":       func(v []byte) { say(v) },
		"func(string)":       func(v string) { say(v) },
		"func(error)":        func(v error) { say(v) },
		"func(bool)":         func(v bool) { say(v) },
		"func(any)":          func(v any) { say(v) },
		"func(...any)":       func(v ...any) { say(v...) },
		"func() error":       func() error { say(); return nil },
		"func(...any) error": func(v ...any) error { say(v...); return nil },
		"func(int)":          func(v int) { say(v) },
		"func(any, int)":     func(v any, n int) { say(v, n) },
		"func(string, ...int) bool": func(v string, n ...int) bool {
			say(v, len(n))
			return true
		},
	}
}

func TestEmitFitsArgumentsToTheListener(t *testing.T) {
	boom := errors.New("boom")
	tests := []struct {
		shape string
		args  []any
		want  []any
	}{
		{"func()", []any{1, 2}, nil},
		{"func([]byte)", nil, []any{[]byte(nil)}},
		{"func([]byte)", []any{[]byte("a"), 1}, []any{[]byte("a")}},
		{"func([]byte)", []any{"a"}, []any{[]byte("a")}},
		{"func([]byte)", []any{nil}, []any{[]byte(nil)}},
		{"func(string)", nil, []any{""}},
		{"func(string)", []any{[]byte("a")}, []any{"a"}},
		{"func(string)", []any{"a"}, []any{"a"}},
		{"func(error)", nil, []any{nil}},
		{"func(error)", []any{nil}, []any{nil}},
		{"func(error)", []any{boom}, []any{boom}},
		{"func(bool)", []any{true}, []any{true}},
		{"func(bool)", []any{nil}, []any{false}},
		{"func(any)", nil, []any{nil}},
		{"func(any)", []any{1, 2}, []any{1}},
		{"func(...any)", nil, nil},
		{"func(...any)", []any{1, nil}, []any{1, nil}},
		{"func() error", []any{1}, nil},
		{"func(...any) error", []any{1}, []any{1}},
		{"func(int)", nil, []any{0}},
		{"func(int)", []any{5, "dropped"}, []any{5}},
		{"func(any, int)", []any{"a"}, []any{"a", 0}},
		{"func(any, int)", []any{nil, nil}, []any{nil, 0}},
		{"func(string, ...int) bool", nil, []any{"", 0}},
		{"func(string, ...int) bool", []any{[]byte("a"), 1, 2}, []any{"a", 2}},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%s gets %v", test.shape, test.args), func(t *testing.T) {
			var got string
			want := fmt.Sprintf("%#v", test.want)
			e := New().On("x", recorder(&got)[test.shape]).Once("y", recorder(&got)[test.shape])
			assert.True(t, e.Emit("x", test.args...))
			assert.Equal(t, want, got)
			got = ""
			assert.True(t, e.Emit("y", test.args...))
			assert.Equal(t, want, got)
			assert.False(t, e.Emit("y", test.args...))
		})
	}
}

func TestEmit1GivesEveryShapeItsArgument(t *testing.T) {
	for shape, want := range map[string]string{
		"func()":                    "[]interface {}(nil)",
		"func([]byte)":              `[]interface {}{[]uint8{0x61}}`,
		"func(string)":              `[]interface {}{"a"}`,
		"func(any)":                 `[]interface {}{[]uint8{0x61}}`,
		"func(...any)":              `[]interface {}{[]uint8{0x61}}`,
		"func() error":              "[]interface {}(nil)",
		"func(any, int)":            `[]interface {}{[]uint8{0x61}, 0}`,
		"func(string, ...int) bool": `[]interface {}{"a", 0}`,
	} {
		var got string
		e := New().On("x", recorder(&got)[shape]).Once("y", recorder(&got)[shape])
		assert.True(t, Emit1(e, "x", []byte("a")), shape)
		assert.Equal(t, want, got, shape)
		got = ""
		assert.True(t, Emit1(e, "y", []byte("a")), shape)
		assert.Equal(t, want, got, shape)
		assert.False(t, Emit1(e, "y", []byte("a")), shape)
	}
}

func TestEmit1OfOtherTypes(t *testing.T) {
	var got []any
	e := New()
	e.On("string", func(b []byte) { got = append(got, string(b)) })
	Emit1(e, "string", "text")
	e.On("any", func(s string) { got = append(got, s) })
	Emit1[any](e, "any", "dynamic")
	Emit1[any](e, "any", nil)
	e.On("other", func(n int) { got = append(got, n) })
	Emit1(e, "other", 7)
	e.On("error", func(err error) { got = append(got, err) })
	boom := errors.New("boom")
	Emit1(e, "error", boom)
	assert.Equal(t, []any{"text", "dynamic", "", 7, boom}, got)
	assert.False(t, Emit1(e, "nobody", 1))
}

func TestEmit1OfAnUnhandledErrorPanicsWithIt(t *testing.T) {
	boom := errors.New("boom")
	assert.Equal(t, boom, panicOf(func() { Emit1(New(), "error", boom) }))
	assert.Equal(t, "ERR_UNHANDLED_ERROR", caught(t, func() { Emit1[error](New(), "error", nil) }).Code)
}

func TestAnArgumentThatDoesNotFitPanics(t *testing.T) {
	tests := []struct {
		listener any
		args     []any
		want     string
	}{
		{func([]byte) {}, []any{1}, `Argument 1 of the event "x" must be of type []uint8 for its listener. Received int`},
		{func(string) {}, []any{true}, `Argument 1 of the event "x" must be of type string for its listener. Received bool`},
		{func(error) {}, []any{"boom"}, `Argument 1 of the event "x" must be of type error for its listener. Received string`},
		{func(string, int) {}, []any{"a", 1.5}, `Argument 2 of the event "x" must be of type int for its listener. Received float64`},
		{func(...int) {}, []any{1, "a"}, `Argument 2 of the event "x" must be of type int for its listener. Received string`},
		{func([]plainByte) {}, []any{"a"}, `Argument 1 of the event "x" must be of type []events.plainByte for its listener. Received string`},
	}
	for _, test := range tests {
		e := New().On("x", test.listener)
		err := caught(t, func() { e.Emit("x", test.args...) })
		assert.Equal(t, "ERR_INVALID_ARG_TYPE", err.Code)
		assert.Equal(t, "TypeError", err.Name)
		assert.Equal(t, test.want, err.Message)
	}
}

type plainByte byte

func TestEveryListenerHasItsOwnArguments(t *testing.T) {
	e := New()
	var second []any
	e.On("x", func(args ...any) { args[0] = "spoilt" })
	e.On("x", func(args ...any) { second = args })
	given := []any{"fresh"}
	e.Emit("x", given...)
	assert.Equal(t, []any{"fresh"}, second)
	given[0] = "changed later"
	assert.Equal(t, []any{"fresh"}, second)
}

func TestAListenerOfANamedTypeIsCalledDirectly(t *testing.T) {
	type handler func([]byte)
	var got string
	h := handler(func(b []byte) { got = string(b) })
	e := New().On("x", h)
	assert.IsType(t, (func([]byte))(nil), e.Listeners("x")[0])
	Emit1(e, "x", []byte("a"))
	assert.Equal(t, "a", got)
	assert.Equal(t, 1, e.ListenerCount("x", h))
	assert.Zero(t, e.Off("x", h).ListenerCount("x"))
}

func TestZeroValueIsReady(t *testing.T) {
	var e EventEmitter
	assert.False(t, e.Emit("x"))
	assert.Empty(t, e.EventNames())
	assert.Empty(t, e.Listeners("x"))
	assert.Equal(t, 10, e.GetMaxListeners())
	e.RemoveAllListeners().Off("x", func() {})
	n := 0
	e.On("x", func() { n++ })
	assert.True(t, e.Emit("x"))
	assert.Equal(t, 1, n)
}
