package emitter_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestNoFunction(t *testing.T) {
	transcript.Run(t, "no_function", func(x *transcript.T) {
		log := x.Track("e")
		e := events.New()
		type Gate struct{}
		values := []any{
			42, 1.5, "abc", "it's", strings.Repeat("a", 28), strings.Repeat("a", 29), true, nil, []int{1}, map[string]int{},
			[]byte("x"), &Gate{},
		}
		for _, v := range values {
			log(thrown(func() { e.On("x", v) }))
		}
		log(thrown(func() { e.Once("x", 42) }))
		log(thrown(func() { e.Off("x", 42) }))
		log(thrown(func() { e.PrependListener("x", 42) }))
		log(thrown(func() { e.PrependOnceListener("x", 42) }))
		log(thrown(func() { e.On("x", 42) }).(*events.Error).Name, len(e.EventNames()))
	})
}
