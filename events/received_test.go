package events

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

type plain struct {
	A int
	B []string
}

func TestReceived(t *testing.T) {
	var nilFunc func()
	var nilMap map[string]int
	tests := []struct {
		v    any
		want string
	}{
		{nil, "null"},
		{(*plain)(nil), "null"},
		{nilMap, "null"},
		{nilFunc, "null"},
		{func() {}, "function"},
		{uint8(7), "type number (7)"},
		{float32(1.5), "type number (1.5)"},
		{false, "type boolean (false)"},
		{"ä" + strings.Repeat("b", 28), "type string ('ä" + strings.Repeat("b", 24) + "...')"},
		{plain{}, "an instance of plain"},
		{&plain{}, "an instance of plain"},
		{[]int{}, "an instance of Array"},
		{[]byte{}, "an instance of Buffer"},
		{struct{}{}, "an instance of Object"},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Received(test.v))
	}
}

func TestInspect(t *testing.T) {
	deep := []any{[]any{[]any{[]any{1}, map[string]int{"a": 1}, plain{}}}}
	one := 1
	tests := []struct {
		v    any
		want string
	}{
		{nil, "null"},
		{(*int)(nil), "null"},
		{&one, "1"},
		{math.Inf(1), "Infinity"},
		{math.Inf(-1), "-Infinity"},
		{math.NaN(), "NaN"},
		{math.Copysign(0, -1), "-0"},
		{123456789.5, "123456789.5"},
		{1.5e-10, "1.5e-10"},
		{"'\"`", "'\\'\"`'"},
		{`a\b`, `'a\\b'`},
		{"\r\t\v\f\b\x7f", `'\r\t\v\f\b\x7F'`},
		{errors.New("boom"), "boom"},
		{func() {}, "[Function]"},
		{plain{A: 1}, "plain { A: 1, B: [] }"},
		{struct{}{}, "{}"},
		{map[string]int{"b": 2, "a": 1, "": 0, "1x": 3, "c1": 4}, "{ '': 0, '1x': 3, a: 1, b: 2, c1: 4 }"},
		{deep, "[ [ [ [Array], [Object], [plain] ] ] ]"},
		{make([]bool, 101), "[ " + strings.Repeat("false, ", 100) + "... 1 more item ]"},
		{make([]bool, 102), "[ " + strings.Repeat("false, ", 100) + "... 2 more items ]"},
		{make([]byte, 52), "<Buffer" + strings.Repeat(" 00", 50) + " ... 2 more bytes>"},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Inspect(test.v))
	}
}
