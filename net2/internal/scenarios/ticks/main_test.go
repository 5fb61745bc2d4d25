package ticks_test

import (
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestEveryScenarioHasBothSides(t *testing.T) { transcript.CheckFamily(t) }

// busy keeps the loop from its work for ms milliseconds: so a timer is due for certain, on a slow machine too.
func busy(ms int) {
	for end := time.Now().Add(time.Duration(ms) * time.Millisecond); time.Now().Before(end); {
	}
}

// sayer makes callbacks that log one word.
func sayer(log func(args ...any)) func(word string) func() {
	return func(word string) func() { return func() { log(word) } }
}
