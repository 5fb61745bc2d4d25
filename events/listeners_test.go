package events

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

type speaker struct{ said int }

func (s *speaker) speak() { s.said++ }

func TestClosuresOfOneLiteralAreDifferentListeners(t *testing.T) {
	var got []int
	make := func(n int) func() { return func() { got = append(got, n) } }
	one, two := make(1), make(2)
	e := New().On("x", one).On("x", two)
	assert.Equal(t, 1, e.ListenerCount("x", one))
	e.Off("x", one)
	e.Emit("x")
	assert.Equal(t, []int{2}, got)
}

func TestAMethodValueIsKnownByItsFuncValue(t *testing.T) {
	s := &speaker{}
	kept := s.speak
	e := New().On("x", kept)
	e.Off("x", s.speak)
	assert.Equal(t, 1, e.ListenerCount("x"), "another evaluation is another listener, like bind in JavaScript")
	e.Off("x", kept)
	assert.Zero(t, e.ListenerCount("x"))
}

func TestListenerCountOfWhatIsNoListener(t *testing.T) {
	e := New().On("x", func() {})
	assert.Zero(t, e.ListenerCount("x", 42))
	assert.Zero(t, e.ListenerCount("y", func() {}))
	assert.Equal(t, 1, e.ListenerCount("x", nil), "Node takes null for no listener given")
}

func TestReturnedSlicesAreCopies(t *testing.T) {
	called := false
	e := New().On("x", func() { called = true })
	e.Listeners("x")[0] = nil
	e.RawListeners("x")[0] = nil
	e.EventNames()[0] = "y"
	assert.True(t, e.Emit("x"))
	assert.True(t, called)
	assert.NotNil(t, e.Listeners("nothing"))
}

func TestShapeOrdersTheNamesOfADeclaredClass(t *testing.T) {
	fn := func() {}
	e := New(Options{Shape: []string{"close", "data"}})
	e.On("other", fn).On("data", fn).On("close", fn).On(ErrorMonitor, fn)
	assert.Equal(t, []string{"close", "data", "other", ErrorMonitor}, e.EventNames())
	e.RemoveAllListeners("close").On("close", fn)
	assert.Equal(t, []string{"data", "other", "close", ErrorMonitor}, e.EventNames())
	e.RemoveAllListeners().On("other", fn).On("close", fn)
	assert.Equal(t, []string{"other", "close"}, e.EventNames())
}

func TestModuleFunctions(t *testing.T) {
	fn := func() {}
	e := New().On("x", fn)
	assert.Equal(t, 1, ListenerCount(e, "x"))
	assert.Len(t, GetEventListeners(e, "x"), 1)
	assert.Equal(t, 10, GetMaxListeners(e))
	other := New()
	SetMaxListeners(3, e, other)
	assert.Equal(t, 3, GetMaxListeners(e))
	assert.Equal(t, 3, GetMaxListeners(other))
	assert.Equal(t, 10, DefaultMaxListeners())
	assert.Equal(t, "ERR_OUT_OF_RANGE", caught(t, func() { SetMaxListeners(-1) }).Code)
}
