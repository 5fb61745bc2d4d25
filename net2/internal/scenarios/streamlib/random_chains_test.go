package streamlib_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
)

// The Go half of random_chains.js: both draw the same numbers, so they do the same to their streams.
func TestRandomChains(t *testing.T) {
	transcript.Run(t, "random_chains", func(x *transcript.T) {
		for seed := uint32(1); seed <= 250; seed++ {
			log := x.Track(fmt.Sprint("p", seed))
			p := newChain(x.Loop, seed)
			p.start()
			x.AtExit(func() { log(strings.Join(p.words, " ")) })
		}
	})
}

// More chains than are recorded, against the node of this machine.
func TestMoreRandomChains(t *testing.T) {
	first, count, ok := strings.Cut(os.Getenv("NODENET_PROGRAMS"), ":")
	if !ok {
		t.Skip("NODENET_PROGRAMS=first:count compares with node")
	}
	from, err := strconv.Atoi(first)
	require.NoError(t, err)
	node := exec.CommandContext(t.Context(), "node", "random_chains.js")
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
	wrong := 0
	for i, want := range wants {
		l := loop.New()
		p := newChain(l, uint32(from+i))
		p.start()
		l.Run()
		if got := fmt.Sprintf("p%d: %s", from+i, strings.Join(p.words, " ")); got != want {
			if wrong++; wrong <= 3 {
				t.Errorf("node %s\n  go %s", want, got)
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d differ", wrong, len(wants))
	}
}

// step is one disturbance and what it leaves behind.
func (p *chain) step(left int) {
	if left == 0 {
		return
	}
	p.op()
	p.later(func() { p.step(left - 1) })
}

func (p *chain) op() {
	s := p.all[p.pick(len(p.all))]
	switch p.pick(12) {
	case 0, 1, 2:
		if s.w != nil && p.pick(2) == 0 {
			p.say(s.name, "write", s.w.Write(p.chunk()))
		}
	case 3:
		if s.w != nil && p.pick(3) == 0 {
			p.say(s.name, "end()")
			s.end()
		}
	case 4:
		if p.pick(4) == 0 {
			p.say(s.name, "destroy()")
			s.destroy(nil)
		}
	case 5:
		if p.pick(4) == 0 {
			p.say(s.name, "destroy(e)")
			s.destroy(errors.New("op"))
		}
	case 6:
		p.finished(s.name, s.s)
	case 7, 8:
		if s.r != nil {
			p.say(s.name, "resume()")
			s.resume()
		}
	case 9:
		if s.r != nil {
			p.say(s.name, "read", text(s.r.Read()))
		}
	case 10:
		if s.r != nil && p.pick(3) == 0 {
			p.say(s.name, "pause()")
			s.pause()
		}
	case 11:
		if p.pick(6) == 0 {
			p.say(s.name, "emit")
			s.emit("error", errors.New("said"))
		}
	}
	p.state()
}

func (p *chain) state() {
	var all []string
	for _, s := range p.all {
		one := "0"
		if s.s.Destroyed() {
			one = "1"
		}
		if s.r != nil {
			one += strconv.Itoa(s.r.ReadableLength())
		}
		one += ":"
		if s.w != nil {
			one += strconv.Itoa(s.w.WritableLength())
		}
		all = append(all, one)
	}
	p.words = append(p.words, strings.Join(all, " "))
}
