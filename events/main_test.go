package events

import (
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// caught returns the *Error that fn panics with.
func caught(t *testing.T, fn func()) *Error {
	t.Helper()
	err, ok := panicOf(fn).(*Error)
	require.True(t, ok, "fn must panic with an *Error")
	return err
}

func panicOf(fn func()) (v any) {
	defer func() { v = recover() }()
	fn()
	return nil
}

// watchWarnings collects the leak warnings of the test.
func watchWarnings(t *testing.T) *[]Warning {
	t.Helper()
	var all []Warning
	SetWarningHandler(func(w Warning) { all = append(all, w) })
	t.Cleanup(func() { SetWarningHandler(nil) })
	return &all
}

// ticks is a loop that runs when the test says so: microtasks before ticks, posts last.
type ticks struct{ micro, next, posted []func() }

func (l *ticks) NextTick(fn func())       { l.next = append(l.next, fn) }
func (l *ticks) QueueMicrotask(fn func()) { l.micro = append(l.micro, fn) }
func (l *ticks) Post(fn func())           { l.posted = append(l.posted, fn) }

func (l *ticks) run() {
	for len(l.micro)+len(l.next)+len(l.posted) > 0 {
		for _, queue := range []*[]func(){&l.micro, &l.next, &l.posted} {
			if len(*queue) > 0 {
				fn := (*queue)[0]
				*queue = (*queue)[1:]
				fn()
				break
			}
		}
	}
}
