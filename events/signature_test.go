package events

import (
	"net"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOnChecksDeclaredEvents(t *testing.T) {
	sig := Declare(map[string]any{
		"close":  func(hadError bool) {},
		"data":   func(chunk any) {},
		"bytes":  func([]byte) {},
		"lookup": func(err error, address string, family int) {},
	})
	fit := []struct {
		event    string
		listener any
	}{
		{"close", func() {}},
		{"close", func(bool) {}},
		{"close", func(any) {}},
		{"close", func(...any) {}},
		{"close", func(bool, string) {}},
		{"close", func(bool) error { return nil }},
		{"data", func([]byte) {}},
		{"data", func(int) {}},
		{"bytes", func(string) {}},
		{"lookup", func(error) {}},
		{"lookup", func(*Error, []byte) {}},
		{"lookup", func(net.Error) {}},
		{"lookup", func(error, string, int) {}},
		{"undeclared", func(chan int) {}},
	}
	for _, test := range fit {
		e := New(Options{Signatures: sig})
		assert.NotPanics(t, func() { e.On(test.event, test.listener).Once(test.event, test.listener) })
		assert.Equal(t, 2, e.ListenerCount(test.event))
	}
	tests := []struct {
		event    string
		listener any
		want     string
	}{
		{"close", func(int) {}, `The "listener" argument for the event "close" must be of type func(bool). Received func(int)`},
		{"close", func(...string) {}, `The "listener" argument for the event "close" must be of type func(bool). Received func(...string)`},
		{"bytes", func(bool) {}, `The "listener" argument for the event "bytes" must be of type func([]uint8). Received func(bool)`},
		{"lookup", func(string) {}, `The "listener" argument for the event "lookup" must be of type func(error, string, int). Received func(string)`},
		{"lookup", func(error, int) {}, `The "listener" argument for the event "lookup" must be of type func(error, string, int). Received func(error, int)`},
	}
	for _, test := range tests {
		e := New(Options{Signatures: sig})
		for _, add := range []func(string, any) *EventEmitter{e.On, e.Once, e.PrependListener, e.PrependOnceListener} {
			err := caught(t, func() { add(test.event, test.listener) })
			assert.Equal(t, "ERR_INVALID_ARG_TYPE", err.Code)
			assert.Equal(t, test.want, err.Message)
		}
		assert.Zero(t, e.ListenerCount(test.event))
	}
}

func TestDeclareInheritsAndOverrides(t *testing.T) {
	base := Declare(map[string]any{"a": func() {}, "b": func(int) {}})
	derived := Declare(map[string]any{"b": func(string) {}}, base)
	assert.Len(t, derived, 2)
	assert.Equal(t, "func(string)", derived["b"].String())
	assert.Equal(t, "func(int)", base["b"].String())
}

func TestDeclareRefusesWhatIsNoFunc(t *testing.T) {
	for _, sample := range []any{nil, 1} {
		assert.Equal(t, "ERR_INVALID_ARG_TYPE", caught(t, func() { Declare(map[string]any{"x": sample}) }).Code)
	}
}

func TestANilFuncIsRefused(t *testing.T) {
	var wrapper *OnceWrapper
	for _, listener := range []any{(func())(nil), (func([]byte))(nil), (func(int))(nil), wrapper, nil} {
		err := caught(t, func() { New().On("x", listener) })
		assert.Equal(t, `The "listener" argument must be of type function. Received null`, err.Message)
	}
}

func TestAWrapperCanBeAddedAgain(t *testing.T) {
	n := 0
	e := New().Once("x", func() { n++ })
	w := e.RawListeners("x")[0]
	e.Off("x", w)
	e.On("y", w)
	assert.True(t, e.Emit("y"))
	assert.True(t, e.Emit("y"), "it removes itself from its own event only, as in Node")
	assert.Equal(t, 1, n)
}
