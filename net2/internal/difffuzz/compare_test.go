package difffuzz

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGenerateIsDeterministic(t *testing.T) {
	assert.Equal(t, Generate(7), Generate(7))
	assert.NotEqual(t, Generate(7).Steps, Generate(8).Steps)
}

// Each step is found by its id, and waits for something that can come.
func TestProgramsAreWellFormed(t *testing.T) {
	ops := operations()
	for seed := range uint64(500) {
		p := Generate(seed)
		require.NotEmpty(t, p.Pairs)
		for i, s := range p.Steps {
			require.Equal(t, i+1, s.ID, "%v", p)
			require.True(t, s.Actor == "srv" || ops[s.Op] != nil, "%v", s)
			if s.On.Event == "after" || s.On.Event == "called" {
				require.Less(t, s.On.N, s.ID, "%v", p)
			}
			if s.On.Event == "rest" {
				require.LessOrEqual(t, s.On.N, p.Rests, "%v", p)
			}
		}
	}
}

func TestPlayTellsOfEachActor(t *testing.T) {
	p := Program{Rests: 1, Pairs: []Pair{{ClientReads: "data", ServerReads: "data"}}, Steps: []Step{
		{ID: 1, On: Trigger{Actor: "c0", Event: "connect"}, Actor: "c0", Op: "write", N: 3, Call: true},
		{ID: 2, On: Trigger{Actor: "s0", Event: "bytes", N: 3}, Actor: "s0", Op: "end"},
	}}
	text := Play(p).Text()
	assert.Contains(t, text, "c0: 1.write true open r>w\nc0: ready open r>w\nc0: 1.called ok open r>w\nc0: end got 0 811c9dc5 writeOnly E>w")
	assert.Contains(t, text, "s0: 2.end readOnly r>e\ns0: finish readOnly r>ef\ns0: end got 3 ")
	assert.NotContains(t, text, "uncaught")
}

func TestCandidatesAreSmaller(t *testing.T) {
	p := Generate(3)
	all := candidates(p)
	require.NotEmpty(t, all)
	for _, q := range all {
		assert.NotEqual(t, p, q)
	}
	assert.Equal(t, Generate(3), p, "candidates change a copy")
	assert.Empty(t, candidates(Program{Pairs: []Pair{{ClientReads: "data", ServerReads: "data"}}}))
}

func TestDiffMarksLines(t *testing.T) {
	a, b := Transcript{Lines: []string{"x", "y", "z"}}, Transcript{Lines: []string{"x", "w", "z"}}
	assert.Equal(t, "  lines of a marked -, of b marked +\n    x\n  - y\n  + w\n    z\n", diff("a", a, "b", b))
}

func TestNamed(t *testing.T) {
	lines := func(l ...string) Transcript { return Transcript{Lines: l} }
	for _, c := range []struct {
		node, here Transcript
		name       string
	}{
		{lines("c0: finish open"), lines("c0: end open"), ""},
		{lines("c0: error ECONNRESET read ECONNRESET closed"), lines("c0: error ECONNRESET write ECONNRESET open"), "A peer that is gone"},
		{lines("c0: error EPIPE write EPIPE", "c1: end"), lines("c0: error ECONNRESET read ECONNRESET", "c1: close"), ""},
		{lines("c0: error EPIPE write EPIPE"), lines("c0: rest closed -", "c0: error EPIPE write EPIPE"), ""},
		{lines("c0: 1.write true open", "c0: error EPIPE write EPIPE"), lines("c0: 1.write true open", "c0: end got 0 0"), "A peer that is gone"},
		{lines("c0: 1.write true open", "c0: rest -", "c0: error EPIPE write EPIPE"), lines("c0: 1.write true open", "c0: rest -", "c0: end"), ""},
		{lines("c0: 1.write true open", "c0: end"), lines("c0: 1.write true open", "c0: error EPIPE write EPIPE"), "A peer that is gone"},
		{lines("c0: end"), lines("c0: error EPIPE write EPIPE"), ""},
		{lines("c0: end got 5 0 closed"), lines("c0: error ECONNRESET read ECONNRESET closed"), ""},
		{lines("s0: accepted 1 open"), lines(), ""},
		{lines("c0: error ECONNRESET connect ECONNRESET"), lines("c0: connect"), "Both ends in one program"},
		{lines("s0: accepted 1 open", "c0: close true"), lines("s0: accepted 1 open", "c0: close false"), ""},
	} {
		assert.Equal(t, c.name, named(Program{}, c.node, c.here), "%v %v", c.node, c.here)
	}
}
