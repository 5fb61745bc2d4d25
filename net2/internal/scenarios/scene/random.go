package scene

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

// Random is what a random program draws from, and what it says. Its JavaScript half draws the same numbers in the same
// order, so that both do the same.
type Random struct {
	Loop  *loop.Loop
	Words []string // what was said
	Made  int      // chunks so far
	x     uint32
}

// NewRandom returns the draws of a seed.
func NewRandom(l *loop.Loop, seed uint32) Random { return Random{Loop: l, x: seed * 2654435761} }

// Pick draws a number from 0 to n-1.
func (r *Random) Pick(n int) int {
	r.x = r.x*1664525 + 1013904223
	return int(r.x>>16) % n
}

// Say adds one word, whose parts are joined by commas.
func (r *Random) Say(parts ...any) {
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = fmt.Sprint(part)
	}
	r.Words = append(r.Words, strings.Join(texts, ","))
}

// Chunk returns one to five letters, which tell where it was made.
func (r *Random) Chunk() string {
	letter := string(rune('a' + r.Made%26))
	r.Made++
	return strings.Repeat(letter, 1+r.Pick(5))
}

// Later runs fn now, or at one of three times after that.
func (r *Random) Later(fn func()) {
	switch r.Pick(4) {
	case 0:
		fn()
	case 1:
		r.Loop.NextTick(fn)
	case 2:
		r.Loop.SetImmediate(fn)
	case 3:
		r.Loop.QueueMicrotask(fn)
	}
}

// Text is a chunk, or its absence, as the programs say it.
func Text(chunk any) string {
	switch v := chunk.(type) {
	case []byte:
		return string(v)
	case nil:
		return "null"
	}
	return fmt.Sprint(chunk)
}

// Message is an error as the programs say it: its code if there is one.
func Message(err error) string {
	if err == nil {
		return ""
	}
	if code := events.Code(err); code != "" {
		return code
	}
	return err.Error()
}

// Start begins the random program of a seed.
type Start func(l *loop.Loop, seed uint32) *Random

// RunRandom is the Go half of a scenario of many random programs.
func RunRandom(t *testing.T, name string, count int, start Start) {
	transcript.Run(t, name, func(x *transcript.T) {
		for seed := 1; seed <= count; seed++ {
			log := x.Track(fmt.Sprint("p", seed))
			r := start(x.Loop, uint32(seed))
			x.AtExit(func() { log(strings.Join(r.Words, " ")) })
		}
	})
}

// RunMoreRandom runs more programs than are recorded, against the node of this machine: NODENET_PROGRAMS=first:count.
func RunMoreRandom(t *testing.T, name string, start Start) {
	first, count, ok := strings.Cut(os.Getenv("NODENET_PROGRAMS"), ":")
	if !ok {
		t.Skip("NODENET_PROGRAMS=first:count compares with node")
	}
	from, err := strconv.Atoi(first)
	require.NoError(t, err)
	node := exec.CommandContext(t.Context(), "node", name+".js")
	node.Env = append(os.Environ(), "FIRST="+first, "PROGRAMS="+count)
	// A file, for node may write less to a pipe than it was asked to.
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	require.NoError(t, err)
	defer out.Close()
	node.Stdout = out
	require.NoError(t, node.Run())
	text, err := os.ReadFile(out.Name())
	require.NoError(t, err)
	wants := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	require.Equal(t, count, strconv.Itoa(len(wants)))
	for i, want := range wants {
		l := loop.New()
		r := start(l, uint32(from+i))
		l.Run()
		got := fmt.Sprintf("p%d: %s", from+i, strings.Join(r.Words, " "))
		same := 0
		for same < min(len(want), len(got)) && want[same] == got[same] {
			same++
		}
		require.Equal(t, want[same:], got[same:], "after %s", want[:same])
	}
}
