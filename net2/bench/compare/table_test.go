package compare

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// measured makes up samples for every line and peer: Node has 100 messages a
// second, nodenet 200 and 150 and 250, the others 120.
func measured() results {
	r := results{}
	for _, l := range lines {
		for _, p := range l.peers {
			rates := []float64{120}
			switch p.name {
			case node.name:
				rates = []float64{100}
			case nodenet.name:
				rates = []float64{200, 150, 250}
			}
			for _, rate := range rates {
				s := sample{rate: rate, p50: time.Millisecond, p99: 5 * time.Millisecond, cpu: time.Microsecond, memory: 3 << 20, took: time.Second}
				for _, percentile := range curve {
					s.curve = append(s.curve, point{percentile, time.Duration(percentile) * time.Microsecond})
				}
				r.add(l, p, s)
			}
		}
	}
	return r
}

func TestMedianAndSpread(t *testing.T) {
	s := samples{{rate: 200}, {rate: 150}, {rate: 250}}
	median, spread := s.median(rate)
	require.Equal(t, 200.0, median)
	require.Equal(t, 0.5, spread)
	median, _ = s[:2].median(rate)
	require.Equal(t, 175.0, median)
	median, spread = samples(nil).median(rate)
	require.Zero(t, median)
	require.Zero(t, spread)
}

func TestDemands(t *testing.T) {
	r, l := measured(), lines[0]
	for _, c := range []struct {
		demand
		want string
	}{
		{demand{of: rate, bound: 2, peer: node}, "≥ 2.00× node: **2.00×**, holds"},
		{demand{of: rate, bound: 2.1, peer: node}, "≥ 2.10× node: **2.00×**, falls short"},
		{demand{of: p99, bound: 1, peer: node}, "p99 ≤ 1.00× node: **1.00×**, holds"},
		{demand{of: p99, bound: 0.5, peer: node}, "p99 ≤ 0.50× node: **1.00×**, falls short"},
		{demand{of: cpu, bound: 1, peer: nodenet, line: "echo50"}, "CPU ≤ 1.00× itself at 50 connections: **1.00×**, holds"},
		{demand{of: rate, bound: 1, peer: nodeTuned}, "≥ 1.00× node, tuned: not measured"},
		{demand{of: cpu, bound: 1, peer: nodenet, line: "nowhere"}, "CPU ≤ 1.00× itself at 50 connections: not measured"},
	} {
		t.Run(c.want, func(t *testing.T) { require.Equal(t, c.want, r.judge(l, c.demand).String()) })
	}
}

func TestTablesHaveEveryLineAndPeer(t *testing.T) {
	var out bytes.Buffer
	writeTables(&out, measured())
	for _, l := range lines {
		require.Contains(t, out.String(), "| "+l.title+" | "+l.peers[0].name+" |")
	}
	require.Contains(t, out.String(), "| echo, 1 connection, 128 B | 200 /s | ≥ 1.00× node: **2.00×**, holds<br>≥ 0.80× go: **1.67×**, holds | 1.00× | 1.00× |")
	require.Contains(t, out.String(), "|  | node | 100 /s | 0 % | 2.00× | 1.00 ms | 5.00 ms |")
}

func TestFigures(t *testing.T) {
	require.Equal(t, "999 /s", showRate(999))
	require.Equal(t, "12.3 k/s", showRate(12345))
	require.Equal(t, "1.23 M/s", showRate(1234567))
	require.Equal(t, "1.50 µs", showSeconds(1.5e-6))
	require.Equal(t, "150 ms", showSeconds(0.15))
	require.Equal(t, "2.00 s", showSeconds(2))
	require.Equal(t, "512 B", showBytes(512))
	require.Equal(t, "5.50 KiB", showBytes(5632))
	require.Equal(t, "50.0 MiB", showBytes(50<<20))
}

func TestDocsAreWrittenBetweenTheMarks(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "performance.md")
	require.NoError(t, os.WriteFile(page, []byte("before\n"+beginMark+"\nof yesterday\n"+endMark+"\nafter\n"), 0o644))
	s := settings{docs: dir}
	var tables bytes.Buffer
	writeTables(&tables, measured())
	require.NoError(t, s.writeDocs(tables.String(), measured()))
	written, err := os.ReadFile(page)
	require.NoError(t, err)
	require.Regexp(t, "(?s)^before\n"+beginMark+"\n\n\\| workload.*\n"+endMark+"\nafter\n$", string(written))
	require.NotContains(t, string(written), "of yesterday")
	for _, chart := range []string{"rate.svg", "cpu.svg", "latency.svg"} {
		svg, err := os.ReadFile(filepath.Join(dir, "performance", chart))
		require.NoError(t, err)
		require.Contains(t, string(svg), "<svg")
	}

	require.NoError(t, os.WriteFile(page, []byte("no marks"), 0o644))
	require.ErrorContains(t, s.writeDocs(tables.String(), measured()), beginMark)
}

func TestOnlyNamesLines(t *testing.T) {
	s := settings{only: "json,echo1"}
	selected, err := s.lines()
	require.NoError(t, err)
	require.Equal(t, []string{"json", "echo1"}, []string{selected[0].name, selected[1].name})
	require.Equal(t, 5, s.rounds)
	_, err = (&settings{only: "jsn"}).lines()
	require.ErrorContains(t, err, "jsn")
	s = settings{quick: true}
	selected, err = s.lines()
	require.NoError(t, err)
	require.Len(t, selected, len(lines))
	require.Equal(t, 1, s.rounds)
}
