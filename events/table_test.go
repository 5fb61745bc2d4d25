package events

import (
	"fmt"
	"math"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
)

func TestManyEventsAreFound(t *testing.T) {
	e := New()
	sum := 0
	for i := range 1000 {
		e.On(fmt.Sprint(i), func() { sum += i })
	}
	for i := range 1000 {
		assert.True(t, e.Emit(fmt.Sprint(i)))
		assert.False(t, e.Emit(fmt.Sprint(-1-i)))
	}
	assert.Equal(t, 999*1000/2, sum)
	assert.Equal(t, "0", e.EventNames()[0])
	assert.Equal(t, "999", e.EventNames()[999])
}

func TestEventsThatCameAndWentLeaveNothingBehind(t *testing.T) {
	e := New()
	e.On("stays", func() {})
	for i := range 10000 {
		name := fmt.Sprint("reply ", i)
		e.Once(name, func() {})
		assert.True(t, e.Emit(name))
	}
	assert.LessOrEqual(t, e.events.Load().capacity(), firstCapacity)
	assert.Equal(t, []string{"stays"}, e.EventNames())
}

func TestOrderSurvivesTheEndOfItsNumbers(t *testing.T) {
	e := New()
	fn := func() {}
	e.On("a", fn).On("b", fn)
	e.events.Load().next = math.MaxUint32
	e.Off("a", fn).On("c", fn).On("a", fn).On("d", fn)
	assert.Equal(t, []string{"b", "c", "a", "d"}, e.EventNames())
}

func TestOrderNumberDoesNotWrapOnReuse(t *testing.T) {
	e := New()
	fn := func() {}
	e.On("a", fn).On("b", fn)
	e.events.Load().next = math.MaxUint32
	e.Off("a", fn).On("a", fn)
	e.Off("b", fn).On("b", fn)
	assert.Equal(t, []string{"a", "b"}, e.EventNames())
}

func TestAWalkedListNeverChanges(t *testing.T) {
	e := New()
	fn := func() {}
	for range 5 {
		e.On("x", fn)
	}
	walked := e.events.Load().get("x")
	e.On("x", func() {}).PrependListener("x", func() {})
	e.Off("x", fn).Off("x", fn).On("x", func() {})
	e.RemoveAllListeners("x")
	assert.Len(t, walked.fns(), 5)
	for _, entry := range walked.fns() {
		assert.Equal(t, identity(fn), identity(entry))
	}
}

// An emitter's first table is one object of this size class.
func TestTheFirstTableIsSmall(t *testing.T) {
	assert.LessOrEqual(t, unsafe.Sizeof(table{}), uintptr(80))
}
