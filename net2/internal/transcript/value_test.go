package transcript

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/events"
)

type family string

func TestFormat(t *testing.T) {
	no := false
	var missing *events.Error
	var absent *bool
	tests := []struct {
		name  string
		value any
		want  string
	}{
		{"nil", nil, "null"},
		{"nil error", error(missing), "null"},
		{"nil pointer", absent, "null"},
		{"pointer", &no, "false"},
		{"string", "as it is", "as it is"},
		{"empty string", "", `""`},
		{"named string", family("IPv4"), "IPv4"},
		{"line breaks", "a\r\nb", `a\r\nb`},
		{"bytes", []byte("héllo\n"), `héllo\n`},
		{"empty bytes", []byte{}, `""`},
		{"bytes that are no text", []byte{0xe2, 0x82}, "0xe282"},
		{"true", true, "true"},
		{"int", -3, "-3"},
		{"uint16", uint16(65535), "65535"},
		{"whole float", 2.0, "2"},
		{"float", 1.5, "1.5"},
		{"not a number", math.NaN(), "NaN"},
		{"coded error", &events.Error{Code: "EPIPE", Message: "write EPIPE"}, "EPIPE write EPIPE"},
		{"thrown error", &events.Error{Name: "TypeError", Code: "ERR_X", Message: "no"}, "ERR_X no"},
		{"code without message", &events.Error{Code: "ECONNREFUSED"}, "ECONNREFUSED"},
		{"plain error", errors.New("boom"), "boom"},
		{"empty error", errors.New(""), `""`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, format(tt.value))
		})
	}
}

func TestFormatRefusesWhatHasNoForm(t *testing.T) {
	for _, v := range []any{struct{}{}, map[string]int{}, []int{1}, &struct{}{}, func() {}} {
		assert.Panics(t, func() { format(v) }, "%T", v)
	}
}

func TestOrNull(t *testing.T) {
	assert.Nil(t, OrNull(""))
	assert.Nil(t, OrNull(0))
	assert.Equal(t, "::1", OrNull("::1"))
	assert.Equal(t, time.Second, OrNull(time.Second))
}
