package events

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAllocations(t *testing.T) {
	chunk := []byte("chunk")
	fn := func() {}
	boom := error(&Error{Code: "E"})
	e := socketLike()
	e.On("data", func([]byte) {})
	e.On("two", func([]byte) {}).On("two", func([]byte) {})
	e.On("text", func(string) {})
	e.On("flag", func(bool) {})
	e.On("all", func(...any) {})
	e.On("none", fn)
	e.On("failed", func(error) {})
	tests := []struct {
		name string
		want float64
		run  func()
	}{
		{"Emit1 to one func([]byte)", 0, func() { Emit1(e, "data", chunk) }},
		{"Emit1 to two func([]byte)", 0, func() { Emit1(e, "two", chunk) }},
		{"Emit1 to func()", 0, func() { Emit1(e, "none", chunk) }},
		{"Emit1 of bytes to func(string): the string", 1, func() { Emit1(e, "text", chunk) }},
		{"Emit1 nobody hears", 0, func() { Emit1(e, "nobody", chunk) }},
		{"Emit without arguments", 0, func() { e.Emit("none") }},
		{"Emit of a bool", 0, func() { e.Emit("flag", true) }},
		{"Emit of an error", 0, func() { e.Emit("failed", boom) }},
		{"Emit to func(...any): its copy of the arguments", 1, func() { e.Emit("all", true) }},
		{"On and Off of a known event: the list", 1, func() { e.On("x", fn); e.Off("x", fn) }},
		{"Once and Emit: the wrapper and the list", 2, func() { e.Once("x", fn); e.Emit("x") }},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, testing.AllocsPerRun(100, test.run), test.name)
	}
}
