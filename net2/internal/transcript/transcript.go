package transcript

import (
	"fmt"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/nodenet/go/net2/loop"
)

// T is one run of the Go half of a scenario. Everything but Loop.Post is used on the scenario's loop.
type T struct {
	testing.TB
	// Loop is the scenario's own loop; everything the body makes must use it.
	Loop *loop.Loop

	mu     sync.Mutex // the watchdog reads while the loop writes
	tracks []*track
	names  []rename
	exits  []func()
}

// track is one actor's lines.
type track struct {
	name  string
	lines []string
}

// rename is a text that differs from run to run, and the name that stands for it.
type rename struct{ text, name string }

// limits are how long a scenario may run before its loop is stopped, and how long the stopped loop may take to return.
type limits struct{ patience, grace time.Duration }

var defaultLimits = limits{patience: 20 * time.Second, grace: 5 * time.Second}

// Run plays the Go half of scenario name: body is the main script, then the loop runs until nothing keeps it alive. The
// lines must be those of name.golden in the directory of the test. Run fails t when the lines differ, when the scenario
// panics, hangs, or leaves a goroutine behind. Call it on the test's goroutine, and not in parallel with other tests.
func Run(t testing.TB, name string, body func(x *T)) {
	t.Helper()
	want := goldenFor(t, name)
	x, ok := play(t, name, body, defaultLimits)
	if !ok {
		return
	}
	if diff := compare(want, x.text()); diff != "" {
		t.Errorf("%s: Node printed the lines marked -, this run those marked +\n%s", name, diff)
	}
}

// play runs the scenario on a goroutine of its own, so that one that blocks for ever fails alone. It reports whether the
// scenario came to its end.
func play(t testing.TB, name string, body func(x *T), lim limits) (x *T, ok bool) {
	t.Helper()
	x = &T{TB: t, Loop: loop.New()}
	before := goleak.IgnoreCurrent()
	over := make(chan any, 1)
	go x.run(body, over)

	patience := time.NewTimer(lim.patience)
	defer patience.Stop()
	select {
	case failure := <-over:
		if failure != nil {
			t.Errorf("%s: %v\nlines so far:\n%s", name, failure, x.text())
			return x, false
		}
	case <-patience.C:
		x.Loop.Stop()
		how := "its loop still had work"
		select {
		case <-over:
		case <-time.After(lim.grace):
			how = "a callback never returned"
		}
		t.Errorf("%s: hangs after %v: %s\nlines so far:\n%s", name, lim.patience, how, x.text())
		return x, false
	}
	if err := goleak.Find(before); err != nil {
		t.Errorf("%s: goroutines are left: %v", name, err)
	}
	return x, true
}

// run is the life of the scenario; over receives nil when it came to its end, else what stopped it.
func (x *T) run(body func(x *T), over chan<- any) {
	var failure any = "the scenario gave up" // stands when body calls FailNow
	defer func() {
		if v := recover(); v != nil {
			failure = fmt.Sprintf("panic: %v\n%s", v, debug.Stack())
		}
		over <- failure
	}()
	body(x)
	x.Loop.Run()
	for _, fn := range x.exits {
		fn()
	}
	failure = nil
}

// Track returns the log function of one actor. Every call of it is one line: the arguments, separated by blanks.
func (x *T) Track(name string) func(args ...any) {
	x.mu.Lock()
	defer x.mu.Unlock()
	t := x.find(name)
	return func(args ...any) {
		words := make([]string, len(args))
		for i, arg := range args {
			words[i] = format(arg)
		}
		x.mu.Lock()
		t.lines = append(t.lines, strings.Join(words, " "))
		x.mu.Unlock()
	}
}

func (x *T) find(name string) *track {
	for _, t := range x.tracks {
		if t.name == name {
			return t
		}
	}
	t := &track{name: name}
	x.tracks = append(x.tracks, t)
	return t
}

// Port makes every line print name where the number n stands as a word of its own. A zero n registers nothing.
func (x *T) Port(n int, name string) {
	if n != 0 {
		x.rename(strconv.Itoa(n), name)
	}
}

// AtExit runs fn when nothing keeps the loop alive any more; what it logs still counts.
func (x *T) AtExit(fn func()) { x.exits = append(x.exits, fn) }

// SocketPath returns a path for a Unix socket that nobody uses. Lines print it as PATH.
func (x *T) SocketPath() string {
	path := socketPath(x.TB)
	x.rename(path, "PATH")
	return path
}

func (x *T) rename(text, name string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.names = append(x.names, rename{text: text, name: name})
}

// text prints all tracks in order of first use.
func (x *T) text() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var out strings.Builder
	for _, t := range x.tracks {
		for _, line := range t.lines {
			line = t.name + ": " + line
			for _, r := range x.names {
				line = r.replace(line)
			}
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}

// replace puts the name in place of the text wherever that stands as a word of its own.
func (r rename) replace(line string) string {
	var out strings.Builder
	for from := 0; ; {
		i := strings.Index(line[from:], r.text)
		if i < 0 {
			return out.String() + line[from:]
		}
		start, end := from+i, from+i+len(r.text)
		out.WriteString(line[from:start])
		if start > 0 && isWord(line[start-1]) || end < len(line) && isWord(line[end]) {
			out.WriteString(r.text)
		} else {
			out.WriteString(r.name)
		}
		from = end
	}
}

func isWord(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z'
}
