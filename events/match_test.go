package events

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMatchSeesEventsByPattern(t *testing.T) {
	tests := []struct{ pattern, event string }{
		{"conn*", "connection"},
		{"*", "anything"},
		{"data", "data"},
		{"t?ck", "tick"},
		{"[a-c]1", "b1"},
	}
	for _, test := range tests {
		var got []string
		e := New()
		stop := Match(e, test.pattern, func(event string, args ...any) { got = append(got, event, fmt.Sprint(args...)) })
		assert.False(t, e.Emit(test.event, 1, 2), "a watcher is no listener")
		assert.False(t, Emit1(e, test.event, "one"))
		e.Emit("other/path")
		stop()
		e.Emit(test.event)
		assert.Equal(t, []string{test.event, "1 2", test.event, "one"}, got)
	}
}

func TestMatchRunsBeforeTheListenersAndDoesNotCount(t *testing.T) {
	var got []string
	e := New().On("x", func() { got = append(got, "listener") })
	defer Match(e, "*", func(event string, _ ...any) { got = append(got, "match "+event) })()
	e.Emit("x")
	assert.Equal(t, []string{"match x", "listener"}, got)
	assert.Equal(t, 1, e.ListenerCount("x"))
	boom := errors.New("boom")
	assert.Equal(t, boom, panicOf(func() { e.Emit("error", boom) }))
	assert.Equal(t, "match error", got[2])
}

func TestMatchersStopOneByOneAndTwice(t *testing.T) {
	n, m := 0, 0
	e := New()
	stopN := Match(e, "*", func(string, ...any) { n++ })
	stopM := Match(e, "*", func(string, ...any) { m++ })
	e.Emit("x")
	stopN()
	stopN()
	e.Emit("x")
	stopM()
	stopM()
	e.Emit("x")
	assert.Equal(t, []int{1, 2}, []int{n, m})
	assert.Nil(t, e.watchers(), "an emitter that nobody watches is fast again")
}

func TestMatchRefusesBadArguments(t *testing.T) {
	err := caught(t, func() { Match(New(), "[", func(string, ...any) {}) })
	assert.Equal(t, "ERR_INVALID_ARG_VALUE", err.Code)
	assert.Equal(t, "The argument 'pattern' must be a pattern of path.Match. Received '['", err.Message)
	assert.Equal(t, "ERR_INVALID_ARG_TYPE", caught(t, func() { Match(New(), "*", nil) }).Code)
}

type sink struct{ got []string }

func (s *sink) Emit(topic string, args ...any) chan struct{} {
	s.got = append(s.got, fmt.Sprintf("%s%v", topic, args))
	return nil
}

func TestForwardFeedsASink(t *testing.T) {
	var s sink
	e := New()
	stop := Forward(e, &s)
	e.Emit("a/b", 1, "two")
	Emit1(e, "c", true)
	stop()
	e.Emit("late")
	assert.Equal(t, []string{"a/b[1 two]", "c[true]"}, s.got)
}
