package stream_test

import (
	"errors"
	"fmt"
	"testing"

	"go.uber.org/goleak"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestEveryScenarioHasBothSides(t *testing.T) { transcript.CheckFamily(t) }

// watch logs each of the events with its arguments.
func watch[T interface{ On(string, any) T }](log func(...any), s T, events ...string) {
	for _, event := range events {
		s.On(event, func(args ...any) { log(append([]any{event}, args...)...) })
	}
}

// thrown logs what fn panics with.
func thrown(log func(...any), fn func()) {
	defer func() {
		if v := recover(); v != nil {
			err := v.(*stream.Error)
			log("thrown", err.Name, err.Code, err.Message)
		}
	}()
	fn()
}

// read logs what Read returned, the length of the buffer after it, and returns whether there was something.
func read(log func(...any), r interface {
	Read(...int) any
	ReadableLength() int
}, n ...int) bool {
	v := r.Read(n...)
	log(fmt.Sprint("read(", join(n), ")"), v, r.ReadableLength())
	return v != nil
}

func join(n []int) string {
	if len(n) == 0 {
		return ""
	}
	return fmt.Sprint(n[0])
}

// after runs fn n immediates later.
func after(x *transcript.T, n int, fn func()) {
	if n == 0 {
		fn()
		return
	}
	x.Loop.SetImmediate(func() { after(x, n-1, fn) })
}

func fail(text string) error { return errors.New(text) }
