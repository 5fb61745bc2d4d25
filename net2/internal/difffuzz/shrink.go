package difffuzz

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Shrink drops steps and settings while the difference stays. The result still differs.
func Shrink(ctx context.Context, node *Node, v Verdict) (Verdict, error) {
	plays := 1
	if v.Wrong < v.Plays { // now and then only
		plays = 4
	}
	for {
		smaller := candidates(v.Program)
		if len(smaller) == 0 {
			return v, nil
		}
		// Seeds tell the transcripts apart.
		for i := range smaller {
			smaller[i].Seed = uint64(i)
		}
		tried, err := compare(ctx, node, smaller, []Way{{Width: 32}, {Width: 32, Shake: 1}}, plays)
		if err != nil {
			return v, err
		}
		i := slices.IndexFunc(tried, Verdict.Differs)
		if i < 0 {
			return v, nil
		}
		seed := v.Program.Seed
		v = tried[i]
		v.Program.Seed = seed
	}
}

// candidates are the programs that are one simplification away, the boldest first.
func candidates(p Program) []Program {
	var all []Program
	add := func(change func(q *Program)) {
		q := p
		q.Pairs, q.Steps = slices.Clone(p.Pairs), slices.Clone(p.Steps)
		if change(&q); !reflect.DeepEqual(q, p) {
			all = append(all, q)
		}
	}
	if last := len(p.Pairs) - 1; last > 0 {
		add(func(q *Program) {
			q.Pairs = q.Pairs[:last]
			gone := fmt.Sprint(last)
			q.Steps = slices.DeleteFunc(q.Steps, func(s Step) bool {
				return strings.HasSuffix(s.Actor, gone) || strings.HasSuffix(s.On.Actor, gone) || s.Op == "pipe" && strings.HasSuffix(s.Arg, gone)
			})
		})
	}
	for from := 0; from+3 <= len(p.Steps); from += 3 {
		add(func(q *Program) { q.Steps = slices.Delete(q.Steps, from, from+3) })
	}
	for i := range p.Steps {
		add(func(q *Program) { q.Steps = slices.Delete(q.Steps, i, i+1) })
	}
	if p.Rests > 0 {
		add(func(q *Program) { q.Rests-- })
	}
	if p.Server != (Server{}) {
		add(func(q *Program) { q.Server = Server{} })
		add(func(q *Program) { q.Server.HighWaterMark, q.Server.CloseAfter, q.Server.MaxConnections = 0, 0, 0 })
	}
	for i, pair := range p.Pairs {
		plain := Pair{ClientReads: "data", ServerReads: "data"}
		if pair != plain {
			add(func(q *Program) { q.Pairs[i] = plain })
		}
		if pair.HighWaterMark > 0 {
			add(func(q *Program) { q.Pairs[i].HighWaterMark = 0 })
		}
	}
	for i, s := range p.Steps {
		if s.Via != "" {
			add(func(q *Program) { q.Steps[i].Via = "" })
		}
		if s.Call {
			add(func(q *Program) { q.Steps[i].Call = false })
		}
		if s.N > 5 && s.Op == "write" {
			add(func(q *Program) { q.Steps[i].N = 5 })
		}
	}
	return all
}

// diff shows both transcripts as one, the lines that only one has marked.
func diff(nameA string, a Transcript, nameB string, b Transcript) string {
	var out strings.Builder
	fmt.Fprintf(&out, "  lines of %s marked -, of %s marked +\n", nameA, nameB)
	x, y := a.Lines, b.Lines
	common := make([][]int, len(x)+1) // common[i][j]: how many lines x[i:] and y[j:] share
	for i := range common {
		common[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if x[i] == y[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			fmt.Fprintf(&out, "    %s\n", x[i])
			i, j = i+1, j+1
		case i < len(x) && (j == len(y) || common[i+1][j] >= common[i][j+1]):
			fmt.Fprintf(&out, "  - %s\n", x[i])
			i++
		default:
			fmt.Fprintf(&out, "  + %s\n", y[j])
			j++
		}
	}
	return out.String()
}
