package events

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The rules that Node judges are in net2/internal/scenarios/emitter. These are their short forms, for this package alone.

func TestNewListenerComesBeforeTheAdd(t *testing.T) {
	var got []any
	fn := func() { got = append(got, "fn") }
	e := New()
	e.On("newListener", func(event string, listener any) {
		got = append(got, event, e.ListenerCount(event), identity(listener) == identity(fn))
	})
	e.On("a", fn).Once("a", fn).PrependListener("b", func() {})
	assert.Equal(t, []any{"a", 0, true, "a", 1, true, "b", 0, false}, got)
}

func TestRemoveListenerComesAfterTheRemoval(t *testing.T) {
	var got []any
	fn := func() {}
	e := New().On("a", fn).On("a", fn)
	e.On("removeListener", func(event string, listener any) {
		got = append(got, event, e.ListenerCount(event), identity(listener) == identity(fn))
	})
	e.Off("a", fn).Off("a", fn).Off("a", fn)
	assert.Equal(t, []any{"a", 1, true, "a", 0, true}, got)
}

func TestTheErrorMonitorSeesAndDoesNotHandle(t *testing.T) {
	var got []error
	boom := errors.New("boom")
	e := New().On(ErrorMonitor, func(err error) { got = append(got, err) })
	assert.Equal(t, boom, panicOf(func() { e.Emit("error", boom) }))
	e.On("error", func(err error) { got = append(got, errors.New("listener")) })
	assert.True(t, e.Emit("error", boom))
	assert.Equal(t, []error{boom, boom, errors.New("listener")}, got)
}

func TestAnErrorListenerThatFailsForARejectionIsNotCaptured(t *testing.T) {
	var got []string
	e := New(Options{CaptureRejections: true})
	e.On("error", func(err error) error { got = append(got, err.Error()); return errors.New("second") })
	e.On("x", func() error { return errors.New("first") })
	assert.EqualError(t, panicOf(func() { e.Emit("x") }).(error), "second")
	assert.Equal(t, []string{"first"}, got)
}

func TestOnRejectionTakesCapturedErrors(t *testing.T) {
	var got []any
	e := New(Options{
		CaptureRejections: true,
		OnRejection: func(_ any, err error, event string, args ...any) {
			got = append(append(got, err.Error(), event), args...)
		},
	})
	e.On("x", func(...any) error { return errors.New("boom") })
	e.Emit("x", 1, "a")
	assert.Equal(t, []any{"boom", "x", 1, "a"}, got)
}

func TestAPanicEndsTheEmissionOnly(t *testing.T) {
	var got []string
	e := New().Once("x", func() { panic("boom") }).On("x", func() { got = append(got, "on") })
	assert.Equal(t, "boom", panicOf(func() { e.Emit("x") }))
	assert.Empty(t, got)
	assert.True(t, e.Emit("x"))
	assert.Equal(t, []string{"on"}, got)
}

func TestLimitsBelowZeroAreRefused(t *testing.T) {
	for name, fn := range map[string]func(){
		"setMaxListeners":     func() { New().SetMaxListeners(-1) },
		"defaultMaxListeners": func() { SetDefaultMaxListeners(-1) },
	} {
		err := caught(t, fn)
		assert.Equal(t, "RangeError", err.Name)
		assert.Equal(t, `The value of "`+name+`" is out of range. It must be >= 0. Received -1`, err.Message)
	}
	assert.Equal(t, 10, DefaultMaxListeners())
}

func TestWrappersShowTheirListener(t *testing.T) {
	fn := func() {}
	e := New().Once("x", fn)
	w := e.RawListeners("x")[0].(*OnceWrapper)
	assert.Equal(t, identity(fn), identity(w.Listener()))
	assert.Equal(t, identity(fn), identity(e.Listeners("x")[0]))
	assert.Equal(t, 1, e.ListenerCount("x", fn))
	assert.Equal(t, 1, e.ListenerCount("x", w))
}
