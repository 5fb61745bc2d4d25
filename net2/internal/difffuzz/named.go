package difffuzz

import (
	"slices"
	"strings"
)

// named returns the heading of docs/differences.md under which a difference stands, or "". What follows from the first
// difference is not looked at.
func named(p Program, node, here Transcript) string {
	for _, line := range here.Lines {
		actor, said, _ := strings.Cut(line, ": ")
		if strings.HasPrefix(said, "error ECONNRESET read ECONNRESET") && !has(node, actor, said[:32]) && has(node, actor, "end ") {
			return "A reset behind data"
		}
	}
	pipes := slices.ContainsFunc(p.Steps, func(s Step) bool { return s.Op == "pipe" })
	for _, line := range node.Lines {
		if pipes && (strings.Contains(line, "EPIPE write EPIPE") || strings.Contains(line, "ECONNRESET write ECONNRESET")) {
			return "Written means handed over"
		}
	}
	return ""
}

func has(t Transcript, actor, what string) bool {
	return slices.ContainsFunc(t.Lines, func(line string) bool { return strings.HasPrefix(line, actor+": "+what) })
}
