package difffuzz

import (
	"slices"
	"strings"
)

// named returns the heading of docs/differences.md under which the difference of two transcripts stands, or "". What
// follows from the first difference is not looked at.
func named(node, here Transcript) string {
	switch {
	case met(node) != met(here), lost(node, here, "ECONNRESET connect ECONNRESET"):
		return "Both ends in one program"
	case lost(here, node, "ECONNRESET read ECONNRESET"):
		return "A reset behind data"
	case lost(node, here, "ECONNRESET read ECONNRESET"):
		return "A peer that is gone"
	case lost(node, here, "EPIPE write EPIPE") || lost(here, node, "EPIPE write EPIPE"):
		return "A peer that is gone"
	case lost(node, here, "ECONNRESET write ECONNRESET"), lost(here, node, "ECONNRESET write ECONNRESET"):
		return "A peer that is gone"
	case differing(node, here, func(actor string) bool {
		return fails(node, actor) && fails(here, actor) || says(node, peerOf(actor), ".reset closed")
	}):
		return "A peer that is gone"
	}
	return ""
}

// lost says whether an actor of a said something that the same actor of b never did.
func lost(a, b Transcript, text string) bool {
	return slices.ContainsFunc(a.Lines, func(line string) bool {
		actor, said, _ := strings.Cut(line, ": ")
		return strings.Contains(said, text) && !says(b, actor, text)
	})
}

// differing says whether some actors have different lines, and all of these are as is tells.
func differing(a, b Transcript, is func(actor string) bool) bool {
	some := false
	for _, actor := range actorsOf(a) {
		if !slices.Equal(linesOf(a, actor), linesOf(b, actor)) {
			if some = is(actor); !some {
				return false
			}
		}
	}
	return some
}

// fails says whether an actor learnt that its peer is gone.
func fails(t Transcript, actor string) bool {
	return says(t, actor, "EPIPE write EPIPE") || says(t, actor, "ECONNRESET write ECONNRESET") || says(t, actor, "ECONNRESET read ECONNRESET")
}

func peerOf(actor string) string {
	return map[byte]string{'c': "s", 's': "c"}[actor[0]] + actor[1:]
}

func says(t Transcript, actor, text string) bool {
	return slices.ContainsFunc(linesOf(t, actor), func(line string) bool { return strings.Contains(line, text) })
}

// met tells which connections the server has seen.
func met(t Transcript) string {
	var seen []string
	for _, line := range t.Lines {
		actor, said, _ := strings.Cut(line, ": ")
		if what, _, _ := strings.Cut(said, " "); what == "accepted" || what == "drop" {
			seen = append(seen, actor+" "+what)
		}
	}
	return strings.Join(seen, ", ")
}

func linesOf(t Transcript, actor string) (lines []string) {
	for _, line := range t.Lines {
		if strings.HasPrefix(line, actor+": ") {
			lines = append(lines, line)
		}
	}
	return lines
}

func actorsOf(t Transcript) (actors []string) {
	for _, line := range t.Lines {
		if actor, _, _ := strings.Cut(line, ": "); !slices.Contains(actors, actor) {
			actors = append(actors, actor)
		}
	}
	return actors
}
