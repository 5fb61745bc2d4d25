package difffuzz

import (
	"regexp"
	"slices"
	"strings"
)

// named returns the heading of docs/differences.md under which the difference of two transcripts stands, or "". What
// follows from the first difference is not looked at.
func named(p Program, node, here Transcript) string {
	switch {
	case p.Server.Unix && lost(node, here, "ECONNRESET read ECONNRESET") && differing(node, here, func(actor string) bool {
		return says(here, actor, "end got")
	}):
		return "Unix domain sockets"
	case lost(node, here, "ECONNRESET connect ECONNRESET"), p.Server.MaxConnections > 0 && met(node) != met(here):
		return "Both ends in one program"
	case differing(node, here, func(actor string) bool {
		return goneFor(linesOf(node, actor), linesOf(here, actor)) || leftUnread(node, here, actor)
	}):
		return "A peer that is gone"
	}
	return ""
}

// alike says whether two lines are equal, or count connections: one fails in turn with what it counts.
func alike(a, b string) bool {
	const count = ".connections done "
	before, _, counts := strings.Cut(a, count)
	return a == b || counts && strings.HasPrefix(b, before+count)
}

// goneFor says whether what one actor said differs because its peer had reset the connection: before the next rest both
// learn of that, by a read or a write; or one of them does, and wrote before in this phase.
func goneFor(node, here []string) bool {
	first := 0
	for first < min(len(node), len(here)) && node[first] == here[first] {
		first++
	}
	phase := node[:first]
	for i, line := range phase {
		if isRest(line) {
			phase = node[i+1 : first]
		}
	}
	in, out := fails(node[first:]), fails(here[first:])
	return in && out || (in || out) && slices.ContainsFunc(phase, isWrite)
}

// leftUnread says whether an actor had the end on one side and a reset on the other, from a peer that did not flow when it
// closed: what it had not read made the reset.
func leftUnread(node, here Transcript, actor string) bool {
	a, b := linesOf(node, actor), linesOf(here, actor)
	first := 0
	for first < min(len(a), len(b)) && a[first] == b[first] {
		first++
	}
	if first == min(len(a), len(b)) {
		return false
	}
	ends := strings.Contains(a[first], ": end got ") && fails(b[first:]) || strings.Contains(b[first], ": end got ") && fails(a[first:])
	return ends && slices.ContainsFunc(linesOf(node, peerOf(actor)), stoppedLine.MatchString)
}

func peerOf(actor string) string {
	return map[byte]string{'c': "s", 's': "c"}[actor[0]] + actor[1:]
}

var (
	stoppedLine = regexp.MustCompile(` closed pDX[^ >]*[0|]`)
	restLine    = regexp.MustCompile(`^\w+: rest `)
	writeLine   = regexp.MustCompile(`^\w+: \d+\.(write (true|false)|end|uncork|pipe) `)
	failLine    = regexp.MustCompile(`(EPIPE|ECONNRESET) write|ECONNRESET read`)
)

func isRest(line string) bool  { return restLine.MatchString(line) }
func isWrite(line string) bool { return writeLine.MatchString(line) }

// fails says whether the peer turns out to be gone before the next rest.
func fails(lines []string) bool {
	for _, line := range lines {
		if isRest(line) {
			break
		}
		if failLine.MatchString(line) {
			return true
		}
	}
	return false
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
		if !slices.EqualFunc(linesOf(a, actor), linesOf(b, actor), alike) {
			if some = is(actor); !some {
				return false
			}
		}
	}
	return some
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
