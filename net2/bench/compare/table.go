package compare

import (
	"fmt"
	"io"
	"strings"
)

// results are the samples of each line and peer, by their names.
type results map[string]map[string]samples

func (r results) of(l line, p peer) samples { return r[l.name][p.name] }

// verdict is a demand with what was measured.
type verdict struct {
	demand
	ratio float64
	holds bool
	known bool // both sides were measured
}

func (r results) judge(l line, d demand) verdict {
	of := d.line
	if of == "" {
		of = l.name
	}
	ours, theirs := r[l.name][nodenet.name], r[of][d.peer.name]
	if len(ours) == 0 || len(theirs) == 0 {
		return verdict{demand: d}
	}
	a, _ := ours.median(d.of)
	b, _ := theirs.median(d.of)
	v := verdict{demand: d, ratio: a / b, known: b != 0}
	v.holds = d.of.more && v.ratio >= d.bound || !d.of.more && v.ratio <= d.bound
	return v
}

func (v verdict) String() string {
	whose := v.peer.name
	if v.line != "" {
		whose = "itself at 50 connections"
	}
	sign, name := "≥", ""
	if !v.of.more {
		sign, name = "≤", v.of.name+" "
	}
	want := fmt.Sprintf("%s%s %s %s", name, sign, showRatio(v.bound), whose)
	switch {
	case !v.known:
		return want + ": not measured"
	case v.holds:
		return fmt.Sprintf("%s: **%s**, holds", want, showRatio(v.ratio))
	}
	return fmt.Sprintf("%s: **%s**, falls short", want, showRatio(v.ratio))
}

// writeTables writes a table of what must hold, then one of what was measured.
func writeTables(w io.Writer, r results) {
	writeDemands(w, r)
	fmt.Fprintln(w)
	writeMeasured(w, r)
}

func writeDemands(w io.Writer, r results) {
	fmt.Fprintln(w, "| workload | nodenet | what must hold, and what was measured | CPU a message beside node | beside go |")
	fmt.Fprintln(w, "|---|---:|---|---:|---:|")
	for _, l := range lines {
		if len(l.demands) == 0 || len(r[l.name][nodenet.name]) == 0 {
			continue
		}
		var verdicts []string
		for _, d := range l.demands {
			verdicts = append(verdicts, r.judge(l, d).String())
		}
		ours := r[l.name][nodenet.name]
		median, _ := ours.median(l.headline())
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", l.title, l.headline().show(median), strings.Join(verdicts, "<br>"),
			r.beside(l, node, cpu), r.beside(l, plainGo, cpu))
	}
}

// beside is nodenet's median as a multiple of the peer's, or "".
func (r results) beside(l line, p peer, m metric) string {
	ours, _ := r.of(l, nodenet).median(m)
	theirs, _ := r.of(l, p).median(m)
	if l.kind != loaded || theirs == 0 {
		return ""
	}
	return showRatio(ours / theirs)
}

// headline is what a line is first about.
func (l line) headline() metric {
	switch l.kind {
	case idle:
		return memory
	case first:
		return took
	}
	return rate
}

func writeMeasured(w io.Writer, r results) {
	fmt.Fprintln(w, "| under load | server | rate | spread | nodenet is | p50 | p99 | p99.9 | CPU a message | switches a message | peak memory |")
	fmt.Fprintln(w, "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
	for _, l := range lines {
		if l.kind == loaded {
			writeLoaded(w, r, l)
		}
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, "| beside load | server | time | memory | spread | nodenet's part |")
	fmt.Fprintln(w, "|---|---|---:|---:|---:|---:|")
	for _, l := range lines {
		if l.kind != loaded {
			writeUnloaded(w, r, l)
		}
	}
}

func writeLoaded(w io.Writer, r results, l line) {
	ours, _ := r.of(l, l.peers[0]).median(rate)
	title := l.title
	for _, p := range l.peers {
		s := r.of(l, p)
		if len(s) == 0 {
			continue
		}
		theirs, spread := s.median(rate)
		ratio := ""
		if p.name != l.peers[0].name && theirs > 0 {
			ratio = showRatio(ours / theirs)
		}
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", title, p.name, showRate(theirs), showPercent(spread), ratio,
			middle(s, latency(50)), middle(s, p99), middle(s, latency(99.9)), middle(s, cpu), middle(s, switches), middle(s, memory))
		title = ""
	}
}

func writeUnloaded(w io.Writer, r results, l line) {
	ours, _ := r.of(l, l.peers[0]).median(l.headline())
	title := l.title
	for _, p := range l.peers {
		s := r.of(l, p)
		if len(s) == 0 {
			continue
		}
		theirs, spread := s.median(l.headline())
		part, duration := "", ""
		if p.name != l.peers[0].name && theirs > 0 {
			part = showRatio(ours / theirs)
		}
		if l.kind == first {
			duration = middle(s, took)
		}
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", title, p.name, duration, middle(s, memory), showPercent(spread), part)
		title = ""
	}
}

func middle(s samples, m metric) string {
	median, _ := s.median(m)
	return m.show(median)
}

func latency(percentile float64) metric {
	return metric{"latency", false, func(s sample) float64 {
		if percentile == 50 {
			return s.p50.Seconds()
		}
		return s.p999.Seconds()
	}, showSeconds}
}
