package emitter_test

import (
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestEveryScenarioHasBothSides(t *testing.T) { transcript.CheckFamily(t) }

// thrown returns the value that fn panics with, nil if it does not.
func thrown(fn func()) (v any) {
	defer func() { v = recover() }()
	fn()
	return nil
}

// names is what JavaScript's array.join prints of the event names.
func names(e *events.EventEmitter) string { return strings.Join(e.EventNames(), " ") }

// warnings logs the leak warnings of the scenario.
func warnings(x *transcript.T, log func(...any)) {
	events.SetWarningHandler(func(w events.Warning) { log("warning", w.Name, w.Message, w.Event, w.Count) })
	x.Cleanup(func() { events.SetWarningHandler(nil) })
}
