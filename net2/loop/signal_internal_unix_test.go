//go:build unix

package loop

import (
	"os"
	"runtime"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSignalThatArrivedBeforeCloseIsNotDelivered(t *testing.T) {
	l := New()
	raise := func() { require.NoError(t, syscall.Kill(os.Getpid(), syscall.SIGUSR2)) }
	n := 0
	var s *Signal
	s = l.OnSignal(syscall.SIGUSR2, func() {
		n++
		raise()
		for l.inbox.empty() { // until the second one waits for the loop
			runtime.Gosched()
		}
		s.Close()
	}).Ref()
	l.SetImmediate(raise)
	l.Run()
	assert.Equal(t, 1, n)
}
