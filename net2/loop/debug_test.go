package loop_test

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// elsewhere runs fn on another goroutine and returns what it panicked with.
func elsewhere(fn func()) (v any) {
	over := make(chan struct{})
	go func() {
		defer close(over)
		defer func() { v = recover() }()
		fn()
	}()
	<-over
	return v
}

func TestCallsFromAnotherGoroutinePanicInDebugMode(t *testing.T) {
	defer loop.SetDebugging(true)()
	l := loop.New()
	timer, im, h := l.SetTimeout(time.Hour, func() {}).Unref(), l.SetImmediate(func() {}), keepAlive(l)
	inTurn(l, func() {
		for method, call := range map[string]func(){
			"Socket.Write":        func() { l.Check("Socket.Write") },
			"Loop.NextTick":       func() { l.NextTick(func() {}) },
			"Loop.QueueMicrotask": func() { l.QueueMicrotask(func() {}) },
			"Loop.SetTimeout":     func() { l.SetTimeout(ms, func() {}) },
			"Loop.SetInterval":    func() { l.SetInterval(ms, func() {}) },
			"Loop.SetImmediate":   func() { l.SetImmediate(func() {}) },
			"Loop.ClearImmediate": func() { l.ClearImmediate(im) },
			"Loop.Work":           func() { l.Work(func() {}, nil) },
			"Loop.Flush":          func() { l.Flush(func() {}) },
			"Loop.Closing":        func() { l.Closing(func() {}) },
			"Loop.BeginRequest":   l.BeginRequest,
			"Loop.EndRequest":     l.EndRequest,
			"Loop.OnUncaught":     func() { l.OnUncaught(nil) },
			"Loop.OnSignal":       func() { l.OnSignal(os.Interrupt, func() {}) },
			"Timer.Close":         func() { timer.Close() },
			"Timer.Refresh":       func() { timer.Refresh() },
			"Timer.Ref":           func() { timer.Ref() },
			"Timer.Unref":         func() { timer.Unref() },
			"Immediate.Ref":       func() { im.Ref() },
			"Immediate.Unref":     func() { im.Unref() },
			"Handle.Start":        h.Start,
			"Handle.Stop":         h.Stop,
			"Handle.Ref":          h.Ref,
			"Handle.Unref":        h.Unref,
		} {
			assert.Equal(t, "loop: "+method+" was called on another goroutine than the loop's; hand the call over with Post",
				elsewhere(call))
		}
		assert.Nil(t, elsewhere(func() { l.Post(func() {}) }))
		assert.Nil(t, elsewhere(l.Stop))
		assert.NotPanics(t, func() { l.Check("Socket.Write") }, "on the loop")
	})
	assert.Nil(t, elsewhere(func() { l.Check("Socket.Write") }), "the loop does not run")
}

func TestWithoutDebugModeNothingIsChecked(t *testing.T) {
	defer loop.SetDebugging(false)()
	l := loop.New()
	inTurn(l, func() { assert.Nil(t, elsewhere(func() { l.Check("Socket.Write") })) })
}

// The child is this test again, with the variable set.
func TestDebugModeIsSetByTheEnvironment(t *testing.T) {
	const child = "LOOP_TEST_CHILD"
	if os.Getenv(child) != "" {
		l := loop.New()
		inTurn(l, func() { assert.Nil(t, elsewhere(func() { l.Check("Socket.Write") })) })
		return
	}
	for value, fails := range map[string]bool{"1": true, "": false} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestDebugModeIsSetByTheEnvironment$")
		cmd.Env = append(os.Environ(), child+"=1", "NODENET_DEBUG="+value)
		out, err := cmd.CombinedOutput()
		if !fails {
			require.NoError(t, err, string(out))
			continue
		}
		require.Error(t, err)
		assert.Contains(t, string(out), "Socket.Write was called on another goroutine")
	}
}
