// Package program lets a test run an example as the process that a reader starts, and talk to it line by line. Nothing is
// built for it: the test binary starts itself again and calls main there.
package program

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
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
	_ = flag.Set("test.parallel", "8") // tests wait for processes and for time, hardly for a processor; -parallel overrides it
	goleak.VerifyTestMain(m)
}

// Program is a process that runs.
type Program struct {
	t    testing.TB
	cmd  *exec.Cmd
	end  context.CancelFunc
	in   io.WriteCloser
	out  output
	err  bytes.Buffer  // complete once the process is over
	over chan struct{} // closed then

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
	p := &Program{t: t, cmd: command(ctx), end: end, over: make(chan struct{})}
	in, err := p.cmd.StdinPipe()
	require.NoError(t, err)
	p.in = in
	p.out.more = make(chan struct{}, 1)
	p.cmd.Stdout = &p.out
	p.cmd.Stderr = &p.err
	p.cmd.WaitDelay = time.Second // a child of the process may hold the output
	t.Cleanup(p.cleanup)
	require.NoError(t, p.cmd.Start())
	go func() {
		_ = p.cmd.Wait() // the exit code says what went wrong
		close(p.over)
	}()
	return p
}

func (p *Program) cleanup() {
	p.end()
	if p.cmd.Process != nil {
		<-p.over
	}
	if p.t.Failed() {
		p.t.Logf("%s printed\n%s\nand complained\n%s", p.cmd, p.out.all.String(), p.err.String())
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
	line, ok := p.nextLine()
	require.True(p.t, ok, "the output ended")
	return line
}

// Await skips lines until one is want.
func (p *Program) Await(want string) {
	p.t.Helper()
	for {
		line, ok := p.nextLine()
		require.True(p.t, ok, "the output ended without the line %q", want)
		if line == want {
			return
		}
	}
}

// nextLine waits for a line. There is none when the process is over; a last one may lack its line break.
func (p *Program) nextLine() (line string, ok bool) {
	for {
		if line, ok = p.out.cut(); ok {
			return line, true
		}
		select {
		case <-p.out.more:
		case <-p.over:
			if line, ok = p.out.cut(); !ok {
				line = p.out.rest()
			}
			return line, line != "" || ok
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
	<-p.over
}

// Finish waits for the end of the process, requires its exit code to be code, and returns the lines that were left.
func (p *Program) Finish(code int) []string {
	p.t.Helper()
	<-p.over
	p.finished = true
	require.Equal(p.t, code, p.cmd.ProcessState.ExitCode(), "exit code")
	text := strings.TrimRight(strings.ReplaceAll(p.out.rest(), "\r\n", "\n"), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// Finished reports whether Finish was called.
func (p *Program) Finished() bool { return p.finished }

// Complaints returns what the process wrote to standard error. Call it after Finish.
func (p *Program) Complaints() string { return strings.ReplaceAll(p.err.String(), "\r\n", "\n") }

// output holds what a process prints until the test asks for it, so that the process never waits for its reader.
type output struct {
	mu   sync.Mutex
	all  bytes.Buffer
	seen int           // bytes of all that the test has had
	more chan struct{} // has something when all has grown
}

// Write is called by the goroutine that reads from the process.
func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	o.all.Write(b)
	o.mu.Unlock()
	select {
	case o.more <- struct{}{}:
	default:
	}
	return len(b), nil
}

// cut takes the next line, if it is complete.
func (o *output) cut() (line string, ok bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	b, _, ok := bytes.Cut(o.all.Bytes()[o.seen:], []byte("\n"))
	if !ok {
		return "", false
	}
	o.seen += len(b) + 1
	return strings.TrimSuffix(string(b), "\r"), true
}

// rest takes all that is left.
func (o *output) rest() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	rest := string(o.all.Bytes()[o.seen:])
	o.seen = o.all.Len()
	return rest
}
