package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnhandledValue(t *testing.T) {
	transcript.Run(t, "unhandled_value", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		values := []any{
			42, -1.5, 1e21, 1e20, 1e-7, 0.1, "abc", "it's", "a\nb\x01", "'\"", true, nil,
			[]byte("hi"), make([]byte, 51), []any{}, []any{1, "a"}, map[string]any{"a": 1},
			map[string]any{"a-b": []bool{true}}, map[string]any{},
		}
		for _, v := range values {
			err := thrown(func() { e.Emit("error", v) }).(*events.Error)
			log(err.Name, err)
		}
		log(thrown(func() { e.Emit("error") }))
	})
}
