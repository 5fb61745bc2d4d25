package process

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

// asChild makes the test binary a program that listens, or says it does.
const asChild = "BENCH_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(asChild) {
	case "":
		goleak.VerifyTestMain(m)
	case "mute":
	case "busy":
		interrupted := make(chan os.Signal, 1)
		signal.Notify(interrupted, os.Interrupt)
		ballast := make([]byte, 32<<20)
		for i := range ballast {
			ballast[i] = byte(i)
		}
		for begin := time.Now(); time.Since(begin) < 50*time.Millisecond; {
			fmt.Fprintln(os.Stderr) // a write each
		}
		fmt.Println("listening on 127.0.0.1:1234")
		<-interrupted
		fmt.Fprint(os.Stderr, ballast[0]) // it was in use until here
	}
}

func child(t *testing.T, kind string) (*Process, error) {
	binary, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(binary)
	cmd.Env = append(os.Environ(), asChild+"="+kind)
	stderr, err := cmd.StderrPipe()
	require.NoError(t, err)
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		for s := bufio.NewScanner(stderr); s.Scan(); {
		}
	}()
	t.Cleanup(func() { <-drained })
	return Start(cmd)
}

func TestUsageIsWhatTheProcessUsed(t *testing.T) {
	p, err := child(t, "busy")
	require.NoError(t, err)
	require.Equal(t, "127.0.0.1:1234", p.Addr)
	cpu, err := p.CPU()
	require.NoError(t, err)
	require.Positive(t, cpu)
	switches, err := p.Switches()
	require.NoError(t, err)
	require.Positive(t, switches)
	memory, err := p.Memory()
	require.NoError(t, err)
	require.Greater(t, memory.Resident, int64(32<<20))
	require.GreaterOrEqual(t, memory.Peak, memory.Resident)
	require.NoError(t, p.Stop())
	_, err = p.CPU()
	require.Error(t, err, "it has ended")
}

func TestServerThatDoesNotListenIsAnError(t *testing.T) {
	_, err := child(t, "mute")
	require.ErrorContains(t, err, "did not listen")
}
