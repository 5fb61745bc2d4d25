package events

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAnInterceptorStandsInForEmit(t *testing.T) {
	var got []any
	e := New()
	e.On("a", func(args ...any) { got = append(got, args...) })
	stop := Intercept(e, func(emit func(string, ...any) bool, event string, args ...any) bool {
		got = append(got, "before "+event)
		answer := emit(event, append(args, "added")...)
		got = append(got, answer)
		return answer
	})
	assert.True(t, e.Emit("a", 1))
	assert.True(t, Emit1(e, "a", 2))
	assert.False(t, e.Emit("b"))
	assert.Equal(t, []any{"before a", 1, "added", true, "before a", 2, "added", true, "before b", false}, got)
	assert.Equal(t, 1, e.ListenerCount("a"))

	got = nil
	stop()
	e.Emit("a", 3)
	assert.Equal(t, []any{3}, got)
	assert.Nil(t, e.watchers(), "an emitter that nobody intercepts is fast again")
}

func TestTheNewestInterceptorComesFirst(t *testing.T) {
	var got []string
	e := New()
	add := func(name string) (stop func()) {
		return Intercept(e, func(emit func(string, ...any) bool, event string, args ...any) bool {
			got = append(got, name)
			return emit(event, args...)
		})
	}
	add("first")
	stopMatch := Match(e, "*", func(event string, _ ...any) { got = append(got, "match "+event) })
	stopSecond := add("second")
	e.Emit("a")
	assert.Equal(t, []string{"second", "first", "match a"}, got)

	got = nil
	stopSecond()
	stopMatch()
	e.Emit("a")
	assert.Equal(t, []string{"first"}, got)
}

func TestAnInterceptorMayHandleAnError(t *testing.T) {
	e := New()
	failed := errors.New("failed")
	stop := Intercept(e, func(emit func(string, ...any) bool, event string, args ...any) bool {
		return event == "error" || emit(event, args...)
	})
	assert.True(t, e.Emit("error", failed))
	stop()
	assert.PanicsWithValue(t, failed, func() { e.Emit("error", failed) })
}

func TestAnInterceptorThatStopsItselfEmitsAsBefore(t *testing.T) {
	e := New()
	calls := 0
	e.On("a", func() { calls++ })
	var stop func()
	stop = Intercept(e, func(emit func(string, ...any) bool, event string, args ...any) bool {
		stop()
		return emit(event, args...)
	})
	assert.True(t, e.Emit("a"))
	assert.True(t, e.Emit("a"))
	assert.Equal(t, 2, calls)
	assert.Panics(t, func() { Intercept(e, nil) })
}
