package compare

import (
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestEveryKindIsMeasured measures one line of each kind for real, as small as can be.
func TestEveryKindIsMeasured(t *testing.T) {
	small := []line{lines[0], lines[1], lines[2]}
	small[0].peers = []peer{nodenet, plainGo}
	small[1].peers, small[1].kind, small[1].load.Conns = []peer{nodenet}, idle, 20
	small[2].peers, small[2].kind, small[2].load.Conns = []peer{nodenet}, first, 1

	s := settings{rounds: 2}
	r, failures, err := s.measure(small, timing{time.Millisecond, 50 * time.Millisecond}, io.Discard)
	require.NoError(t, err)
	require.Empty(t, failures)
	for _, p := range small[0].peers {
		require.Len(t, r.of(small[0], p), 2)
		require.Positive(t, r.of(small[0], p)[1].rate)
		require.Positive(t, r.of(small[0], p)[1].calls)
		require.Greater(t, r.of(small[0], p)[1].memory, 1e6)
	}
	require.Positive(t, r.of(small[1], nodenet)[0].memory)
	require.Positive(t, r.of(small[2], nodenet)[0].took)
	require.Greater(t, r.of(small[2], nodenet)[0].memory, 1e6)
}
