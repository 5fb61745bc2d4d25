package difffuzz

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// make difffuzz sets NODENET_DIFFFUZZ=first:count. The programs wait for both
// sides to come to rest, which takes a clock: beside other tests on a busy
// machine they would be judged by its stalls. So they are played on demand.
func TestSeeds(t *testing.T) {
	first, count, ok := strings.Cut(os.Getenv("NODENET_DIFFFUZZ"), ":")
	if !ok {
		t.Skip("make difffuzz N=500 SEED=1 plays more seeds")
	}
	from, err := strconv.ParseUint(first, 10, 64)
	require.NoError(t, err)
	n, err := strconv.Atoi(count)
	require.NoError(t, err)
	differ(t, from, n)
}

func differ(t *testing.T, first uint64, count int) {
	if runtime.GOOS != "linux" {
		t.Skip("each client has an address of its own (127.0.0.2, …), which only Linux has from the start")
	}
	node, err := NewNode(t.TempDir())
	if err != nil {
		t.Skipf("compares with node, which is not here: %v", err)
	}
	var verdicts []Verdict
	for start := 0; start < count; start += 250 {
		var programs []Program
		for i := start; i < min(count, start+250); i++ {
			programs = append(programs, Generate(first+uint64(i)))
		}
		some, err := Compare(t.Context(), node, programs)
		require.NoError(t, err)
		verdicts = append(verdicts, some...)
	}
	report(t, node, verdicts)
}

func report(t *testing.T, node *Node, verdicts []Verdict) {
	unstable, late, verbose := 0, 0, os.Getenv("NODENET_DIFFFUZZ_UNSTABLE") != ""
	var differ []Verdict
	known := map[string]int{}
	for _, v := range verdicts {
		switch {
		case v.Unstable:
			unstable++
			if verbose {
				fmt.Printf("unstable %s%s\n", v.Program, diff("node", v.Node, "node again", v.Node2))
			}
		case v.Late:
			late++
		case v.Named != "":
			known[v.Named]++
			if verbose {
				fmt.Printf("named %s: %s%s\n", v.Named, v.Program, diff("node", v.Node, "go", v.Go))
			}
		case v.Differs():
			differ = append(differ, v)
		}
	}
	shown, err := strconv.Atoi(os.Getenv("NODENET_DIFFFUZZ_REDUCE"))
	if err != nil {
		shown = 3
	}
	fmt.Printf("difffuzz: %d programs, %d skipped as unstable on node (%.1f %%), %d late on a busy machine, %d differences, named in docs/differences.md: %v\n",
		len(verdicts), unstable, 100*float64(unstable)/float64(max(1, len(verdicts))), late, len(differ), known)
	if len(differ) > 0 {
		var seeds []string
		for _, v := range differ {
			seeds = append(seeds, fmt.Sprint(v.Program.Seed))
			if verbose {
				fmt.Printf("differs (%d of %d) %s%s\n", v.Wrong, v.Plays, v.Program, diff("node", v.Node, "go", v.Go))
			}
		}
		t.Errorf("seeds that differ: %s", strings.Join(seeds, " "))
	}
	for _, v := range differ[:min(shown, len(differ))] {
		small, err := Shrink(t.Context(), node, v)
		require.NoError(t, err)
		t.Errorf("seed %d: %d of %d plays differ; reduced:\n%s%s", v.Program.Seed, v.Wrong, v.Plays, small.Program, diff("node", small.Node, "go", small.Go))
	}
}
