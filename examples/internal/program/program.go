// Package program lets a test run an example as the process that a reader starts, and talk to it line by line. Nothing is
// built for it: the test binary starts itself again and calls main there.
package program

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

// asMain, set in the environment of the test binary, makes it the example.
const asMain = "NODENET_EXAMPLE"

// patience is how long a process may take before it is killed, which fails the test that waits for it.
const patience = 30 * time.Second

// TestMain is what TestMain of an example's tests calls: it runs the tests, or the example where Start asks for it.
func TestMain(m *testing.M, main func()) {
	if os.Getenv(asMain) != "" {
		main()
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

// Program is a process that runs.
type Program struct {
	t        testing.TB
	cmd      *exec.Cmd
	end      context.CancelFunc
	in       io.WriteCloser
	out      *bufio.Reader
	seen     strings.Builder
	err      bytes.Buffer // complete once the process is over
	finished bool
}

// Start runs the example under test with args.
func Start(t testing.TB, args ...string) *Program {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	return start(t, func(ctx context.Context) *exec.Cmd {
		cmd := exec.CommandContext(ctx, self, args...)
		// Under the race detector a process would rest for a second at its end.
		cmd.Env = append(cmd.Environ(), asMain+"=1", "GORACE=atexit_sleep_ms=10 "+os.Getenv("GORACE"))
		return cmd
	})
}

// Command runs a program that is installed on the machine, and skips the test where it is not.
func Command(t testing.TB, name string, args ...string) *Program {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("this test needs %s: %v", name, err)
	}
	return start(t, func(ctx context.Context) *exec.Cmd { return exec.CommandContext(ctx, path, args...) })
}

// Other builds another example, named by its folder, and runs it. (The process of "go run" cannot be interrupted.)
func Other(t testing.TB, folder string, args ...string) *Program {
	t.Helper()
	binary := filepath.Join(t.TempDir(), filepath.Base(folder)+".exe")
	out, err := exec.Command("go", "build", "-o", binary, folder).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return start(t, func(ctx context.Context) *exec.Cmd { return exec.CommandContext(ctx, binary, args...) })
}

func start(t testing.TB, command func(context.Context) *exec.Cmd) *Program {
	t.Helper()
	ctx, end := context.WithTimeout(context.Background(), patience)
	p := &Program{t: t, cmd: command(ctx), end: end}
	out, err := p.cmd.StdoutPipe()
	require.NoError(t, err)
	p.out = bufio.NewReader(out)
	p.in, err = p.cmd.StdinPipe()
	require.NoError(t, err)
	p.cmd.Stderr = &p.err
	p.cmd.WaitDelay = time.Second
	p.cmd.Cancel = func() error {
		_ = out.Close() // a child of the process may hold the other end
		return p.cmd.Process.Kill()
	}
	t.Cleanup(p.cleanup)
	require.NoError(t, p.cmd.Start())
	return p
}

func (p *Program) cleanup() {
	p.end()
	if !p.finished && p.cmd.Process != nil {
		_ = p.cmd.Wait()
	}
	if p.t.Failed() {
		p.t.Logf("%s printed\n%s\nand complained\n%s", p.cmd, p.seen.String(), p.err.String())
	}
}

// Say types a line.
func (p *Program) Say(line string) {
	p.t.Helper()
	_, err := io.WriteString(p.in, line+"\n")
	require.NoError(p.t, err)
}

// EndInput is Ctrl-D.
func (p *Program) EndInput() { p.t.Helper(); require.NoError(p.t, p.in.Close()) }

// Next returns the next line that the process prints.
func (p *Program) Next() string {
	p.t.Helper()
	line, err := p.out.ReadString('\n')
	p.seen.WriteString(line)
	require.NoError(p.t, err, "the output ended")
	return strings.TrimRight(line, "\r\n")
}

// Await skips lines until one is want.
func (p *Program) Await(want string) {
	p.t.Helper()
	for {
		line, err := p.out.ReadString('\n')
		p.seen.WriteString(line)
		if strings.TrimRight(line, "\r\n") == want {
			return
		}
		require.NoError(p.t, err, "the output ended without the line %q", want)
	}
}

// Lines ranges over what the process prints from now on, until it ends.
func (p *Program) Lines() iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			line, err := p.out.ReadString('\n')
			if err != nil || !yield(strings.TrimRight(line, "\r\n")) {
				return
			}
		}
	}
}

// Interrupt is Ctrl-C.
func (p *Program) Interrupt() {
	p.t.Helper()
	if runtime.GOOS == "windows" {
		p.t.Skip("a process cannot be sent Ctrl-C on Windows")
	}
	require.NoError(p.t, p.cmd.Process.Signal(os.Interrupt))
}

// Kill ends the process without asking.
func (p *Program) Kill() {
	p.finished = true
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait() // "killed" is no news
}

// Finish waits for the end of the process, requires its exit code to be code, and returns the lines that were left.
func (p *Program) Finish(code int) []string {
	p.t.Helper()
	rest, err := io.ReadAll(p.out)
	p.seen.Write(rest)
	require.NoError(p.t, err)
	p.finished = true
	_ = p.cmd.Wait() // the code says what went wrong
	require.Equal(p.t, code, p.cmd.ProcessState.ExitCode(), "exit code")
	text := strings.TrimRight(strings.ReplaceAll(string(rest), "\r\n", "\n"), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// Finished reports whether Finish was called.
func (p *Program) Finished() bool { return p.finished }

// Complaints returns what the process wrote to standard error. Call it after Finish.
func (p *Program) Complaints() string { return strings.ReplaceAll(p.err.String(), "\r\n", "\n") }
