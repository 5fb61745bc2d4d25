package transcript

import (
	"fmt"
	"os"
	"sync/atomic"
	"testing"
)

var pipes atomic.Int64

// socketPath names a pipe: Windows has no files for them to be removed.
func socketPath(t testing.TB) string {
	t.Helper()
	return fmt.Sprintf(`\\.\pipe\nodenet-%d-%d`, os.Getpid(), pipes.Add(1))
}
