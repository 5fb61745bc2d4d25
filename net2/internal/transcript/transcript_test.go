package transcript

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// verdict is a testing.TB that keeps what a run under test says instead of failing the test that looks at it.
type verdict struct {
	testing.TB
	said    string
	skipped bool
}

func (v *verdict) Helper()                     {}
func (v *verdict) Error(args ...any)           { v.said += fmt.Sprintln(args...) }
func (v *verdict) Errorf(f string, a ...any)   { v.said += fmt.Sprintf(f, a...) }
func (v *verdict) Fatal(args ...any)           { v.said += fmt.Sprintln(args...); runtime.Goexit() }
func (v *verdict) Fatalf(f string, a ...any)   { v.said += fmt.Sprintf(f, a...); runtime.Goexit() }
func (v *verdict) FailNow()                    { v.said += "failed"; runtime.Goexit() }
func (v *verdict) Skipf(f string, args ...any) { v.skipped = true; v.Fatalf(f, args...) }

// judge runs fn, which may end its goroutine with Fatal, and returns what it said.
func judge(t *testing.T, fn func(v *verdict)) *verdict {
	v := &verdict{TB: t}
	over := make(chan struct{})
	go func() {
		defer close(over)
		fn(v)
	}()
	<-over
	return v
}

func TestPlayRunsTheLoopToItsEnd(t *testing.T) {
	x, ok := play(t, "s", func(x *T) {
		a, b := x.Track("a"), x.Track("b")
		x.Port(4711, "PORT")
		x.AtExit(func() { b("exit") })
		x.Loop.SetTimeout(time.Millisecond, func() {
			a("timeout", 4711, true, nil)
			b("not", 47110, "but 4711 4711, 127.0.0.1:4711")
		})
		a("main")
	}, defaultLimits)
	require.True(t, ok)
	assert.Equal(t, "a: main\na: timeout PORT true null\nb: not 47110 but PORT PORT, 127.0.0.1:PORT\nb: exit\n", x.text())
}

func TestPlayStopsAScenarioThatHangs(t *testing.T) {
	v := judge(t, func(v *verdict) {
		_, ok := play(v, "s", func(x *T) {
			a := x.Track("a")
			a("before")
			x.Loop.SetTimeout(time.Hour, func() { a("never") })
		}, limits{patience: 20 * time.Millisecond, grace: time.Minute})
		assert.False(t, ok)
	})
	assert.Equal(t, "s: hangs after 20ms: its loop still had work\nlines so far:\na: before\n", v.said)
}

func TestPlayGivesUpOnACallbackThatNeverReturns(t *testing.T) {
	release := make(chan struct{})
	v := judge(t, func(v *verdict) {
		play(v, "s", func(x *T) {
			x.Track("a")("before")
			x.Loop.NextTick(func() { <-release })
		}, limits{patience: 20 * time.Millisecond, grace: 20 * time.Millisecond})
	})
	close(release)
	assert.Contains(t, v.said, "hangs after 20ms: a callback never returned\nlines so far:\na: before\n")
}

func TestPlayReportsAPanic(t *testing.T) {
	v := judge(t, func(v *verdict) {
		_, ok := play(v, "s", func(x *T) {
			x.Track("a")("before")
			x.Loop.NextTick(func() { panic("boom") })
		}, defaultLimits)
		assert.False(t, ok)
	})
	assert.Contains(t, v.said, "s: panic: boom")
	assert.Contains(t, v.said, "lines so far:\na: before\n")
}

func TestPlayEndsWhenTheBodyGivesUp(t *testing.T) {
	v := judge(t, func(v *verdict) {
		_, ok := play(v, "s", func(x *T) { require.FailNow(x, "no use") }, defaultLimits)
		assert.False(t, ok)
	})
	assert.Contains(t, v.said, "no use")
	assert.Contains(t, v.said, "the scenario gave up")
}

func TestPlayReportsAGoroutineThatIsLeft(t *testing.T) {
	release := make(chan struct{})
	v := judge(t, func(v *verdict) {
		play(v, "s", func(*T) { go func() { <-release }() }, defaultLimits)
	})
	close(release)
	assert.Contains(t, v.said, "s: goroutines are left")
}

func TestSocketPathsDiffer(t *testing.T) {
	x, _ := play(t, "s", func(x *T) {
		a := x.Track("a")
		first, second := x.SocketPath(), x.SocketPath()
		require.NotEqual(x, first, second)
		a("listen EADDRINUSE: address already in use " + first)
	}, defaultLimits)
	assert.Equal(t, "a: listen EADDRINUSE: address already in use PATH\n", x.text())
}
