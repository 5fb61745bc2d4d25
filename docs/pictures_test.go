package docs_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// proof is a picture of semantics.md and the first transcript that follows it.
type proof struct{ picture, source, transcript string }

func proofs(t *testing.T) []proof {
	t.Helper()
	var all []proof
	for _, m := range quotation.FindAllStringSubmatch(read(t, "semantics.md"), -1) {
		switch last := len(all) - 1; m[1] {
		case "mermaid":
			all = append(all, proof{picture: m[3]})
		case "text":
			if all[last].source == "" {
				all[last].source, all[last].transcript = strings.TrimSpace(m[2]), m[3]
			}
		}
	}
	require.NotEmpty(t, all)
	return all
}

// tracks sorts lines by the actor in front of the colon.
func tracks(lines string) map[string][]string {
	sorted := map[string][]string{}
	for line := range strings.Lines(lines) {
		actor, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
		sorted[actor] = append(sorted[actor], words)
	}
	return sorted
}

// The notes of a sequence diagram are the transcript behind it: each actor has noted what it printed, in that order.
func TestSequencesAreTheTranscripts(t *testing.T) {
	note := regexp.MustCompile(`(?m)^ *Note over (.+)$`)
	seen := 0
	for _, p := range proofs(t) {
		if !strings.HasPrefix(p.picture, "sequenceDiagram") {
			continue
		}
		seen++
		var notes strings.Builder
		for _, m := range note.FindAllStringSubmatch(p.picture, -1) {
			notes.WriteString(m[1] + "\n")
		}
		assert.Equal(t, tracks(p.transcript), tracks(notes.String()), p.source)
	}
	require.NotZero(t, seen)
}

// The diagram of a turn names what the transcript of a main script prints in the same order.
func TestTurnIsTheTranscript(t *testing.T) {
	p := proofs(t)[0]
	require.Contains(t, p.source, "main_order")
	rest := p.picture
	for _, words := range tracks(p.transcript)["loop"] {
		if words == "second tick" {
			continue // "each tick"
		}
		_, after, found := strings.Cut(rest, words)
		require.True(t, found, "%s is not behind what goes before it", words)
		rest = after
	}
}

// Every change of state that the transcript shows is an arrow of the state diagram.
func TestStatesAreTheTranscript(t *testing.T) {
	i := slices.IndexFunc(proofs(t), func(p proof) bool { return strings.HasPrefix(p.picture, "stateDiagram") })
	require.GreaterOrEqual(t, i, 0)
	p := proofs(t)[i]
	state := regexp.MustCompile(`(?m) (opening|open|readOnly|writeOnly|closed) (?:true|false) (?:true|false) (?:true|false)$`)
	now, changes := "fresh", 0
	for _, m := range state.FindAllStringSubmatch(p.transcript, -1)[1:] { // the first is fresh
		if m[1] != now {
			assert.Contains(t, p.picture, " "+now+" --> "+m[1]+":")
			now = m[1]
			changes++
		}
	}
	require.Equal(t, 4, changes)
}
