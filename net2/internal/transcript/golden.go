package transcript

import (
	"strings"
)

// compare returns "" when want and got have the same lines on every track, else the tracks that differ, line by line.
func compare(want, got string) string {
	wantTracks, gotTracks := split(want), split(got)
	var out strings.Builder
	for _, t := range wantTracks {
		diffTrack(&out, t.name, t.lines, linesOf(gotTracks, t.name))
	}
	for _, t := range gotTracks {
		if linesOf(wantTracks, t.name) == nil {
			diffTrack(&out, t.name, nil, t.lines)
		}
	}
	return out.String()
}

// split sorts a transcript's lines by track, in order of first use.
func split(text string) []*track {
	var tracks []*track
	byName := map[string]*track{}
	for line := range strings.Lines(text) {
		name, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		t := byName[name]
		if t == nil {
			t = &track{name: name}
			byName[name] = t
			tracks = append(tracks, t)
		}
		t.lines = append(t.lines, rest)
	}
	return tracks
}

func linesOf(tracks []*track, name string) []string {
	for _, t := range tracks {
		if t.name == name {
			return t.lines
		}
	}
	return nil
}

// diffTrack writes one track with its missing (-) and surplus (+) lines marked, or nothing when there are none.
func diffTrack(out *strings.Builder, name string, want, got []string) {
	common := commonTail(want, got)
	marked := false
	var text strings.Builder
	put := func(mark, line string) {
		marked = marked || mark != " "
		text.WriteString("  " + mark + " " + name + ": " + line + "\n")
	}
	i, j := 0, 0
	for i < len(want) || j < len(got) {
		switch {
		case i < len(want) && j < len(got) && want[i] == got[j]:
			put(" ", want[i])
			i, j = i+1, j+1
		case j == len(got) || i < len(want) && common[i+1][j] >= common[i][j+1]:
			put("-", want[i])
			i++
		default:
			put("+", got[j])
			j++
		}
	}
	if marked {
		out.WriteString(text.String())
	}
}

// commonTail tells for every pair of positions how many lines the two tails have in common, in order.
func commonTail(a, b []string) [][]int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}
