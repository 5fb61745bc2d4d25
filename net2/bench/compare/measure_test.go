package compare

import (
	"io"
	"testing"
	"time"

	"github.com/google/pprof/profile"
	"github.com/stretchr/testify/require"
)

// TestEveryKindIsMeasured measures one line of each kind for real, as small as can be.
func TestEveryKindIsMeasured(t *testing.T) {
	small := []line{lines[0], lines[1], lines[2]}
	small[0].peers = []peer{nodenet, plainGo}
	small[1].peers, small[1].kind, small[1].load.Conns = []peer{nodenet}, idle, 20
	small[2].peers, small[2].kind, small[2].load.Conns = []peer{nodenet}, first, 1

	s := settings{rounds: 2}
	b, err := newBench(timing{time.Millisecond, 50 * time.Millisecond})
	require.NoError(t, err)
	defer b.close()
	r, failures := s.measure(t.Context(), b, small, io.Discard)
	require.Empty(t, failures)
	for _, p := range small[0].peers {
		require.Len(t, r.of(small[0], p), 2)
		require.Positive(t, r.of(small[0], p)[1].rate)
		require.Positive(t, r.of(small[0], p)[1].switches)
		require.Greater(t, r.of(small[0], p)[1].memory, 1e6)
	}
	require.Positive(t, r.of(small[1], nodenet)[0].memory)
	require.Positive(t, r.of(small[2], nodenet)[0].took)
	require.Greater(t, r.of(small[2], nodenet)[0].memory, 1e6)

	shares, err := b.where(small[0])
	require.NoError(t, err)
	var sum float64
	for _, share := range shares {
		sum += share
	}
	if len(shares) > 0 { // so short a run may bring no sample
		require.InDelta(t, 1, sum, 1e-9)
	}
}

func TestSamplesBelongToParts(t *testing.T) {
	for want, stack := range map[string][]string{
		"collector":        {"runtime.scanobject", "runtime.gcDrain", "runtime.gcBgMarkWorker"},
		"kernel: writes":   {"internal/runtime/syscall/linux.Syscall6", "syscall.Syscall", "golang.org/x/sys/unix.write", "github.com/nodenet/go/net2/loop.(*Loop).Run"},
		"kernel: the rest": {"internal/runtime/syscall/linux.Syscall6", "syscall.Syscall", "syscall.Close"},
		"allocation":       {"runtime.mallocgc", "encoding/json.Unmarshal", "github.com/nodenet/go/net2/bench/serve.answer"},
		"json":             {"encoding/json.Unmarshal", "github.com/nodenet/go/net2/bench/serve.answer", "github.com/nodenet/go/net2/loop.(*Loop).Run"},
		library:            {"runtime.memmove", "github.com/nodenet/go/net2.(*writer).gather", "github.com/nodenet/go/net2/bench/serve.echo.func1"},
		elsewhere:          {"bytes.Cut", "github.com/nodenet/go/net2/bench/serve.answerLines.func1", "github.com/nodenet/go/events.Emit1"},
	} {
		sample := &profile.Sample{Value: []int64{1}}
		for _, name := range stack {
			line := profile.Line{Function: &profile.Function{Name: name}}
			sample.Location = append(sample.Location, &profile.Location{Line: []profile.Line{line}})
		}
		require.Equal(t, shares{want: 1}, divide(&profile.Profile{Sample: []*profile.Sample{sample}}))
	}
}
