package js_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/js"
	"github.com/nodenet/go/net2/loop"
)

// outcome is what a program did.
type outcome struct {
	stdout, stderr string
	code           int
}

// exited is what the Exit of the tests panics with, to get out of the program.
type exited struct{ code int }

// runHere runs a program on nodenet, in this process.
func runHere(t *testing.T, file, stdin string) (o outcome) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	env := js.Enable(goja.New(), loop.New(), js.Options{
		Stdin: strings.NewReader(stdin), Stdout: &stdout, Stderr: &stderr,
		Exit: func(code int) { panic(exited{code}) },
	})
	defer func() {
		o.stdout, o.stderr = stdout.String(), stderr.String()
		if v := recover(); v != nil {
			end, ok := v.(exited)
			if !ok {
				panic(v)
			}
			o.code = end.code
		}
	}()
	o.code = env.Run(file)
	return o
}

// runOnNode runs it on Node.
func runOnNode(t *testing.T, file, stdin string) outcome {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node to compare with")
	}
	cmd := exec.Command(node, file)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &stdout, &stderr
	_ = cmd.Run()
	return outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// sameAsNode runs a program on both, where it has to do the same, and returns what that was.
func sameAsNode(t *testing.T, file, stdin string) outcome {
	t.Helper()
	want := runOnNode(t, file, stdin)
	require.Zero(t, want.code, want.stderr)
	require.NotEmpty(t, want.stdout)
	got := runHere(t, file, stdin)
	assert.Equal(t, want.stdout, got.stdout)
	assert.Equal(t, want.stderr, got.stderr)
	assert.Equal(t, want.code, got.code)
	return got
}

func TestProgramsPrintWhatTheyPrintOnNode(t *testing.T) {
	for _, name := range []string{"echo", "json", "chat", "chatclient", "timeouts", "order", "toplevel", "rejections", "refusals",
		"buffers", "encodings", "jsonerrors", "inspect", "console", "util", "structures"} {
		t.Run(name, func(t *testing.T) {
			sameAsNode(t, filepath.Join("testdata", name+".js"), "one\ntwo\nthree")
		})
	}
}

func TestAnUncaughtExceptionEndsTheProgram(t *testing.T) {
	file := filepath.Join("testdata", "uncaught.js")
	got := runHere(t, file, "")
	assert.Equal(t, 1, got.code)
	assert.Equal(t, "exit 1\n", got.stdout)
	first, _, _ := strings.Cut(got.stderr, "\n")
	assert.Equal(t, "Error: connect ECONNREFUSED 127.0.0.1:1", first)
	for _, line := range []string{"  errno: -", "  code: 'ECONNREFUSED',", "  syscall: 'connect',", "  port: 1", "Node.js v20"} {
		assert.Contains(t, got.stderr, line)
	}
	want := runOnNode(t, file, "")
	assert.Equal(t, want.code, got.code)
	assert.Equal(t, want.stdout, got.stdout)
	assert.Contains(t, want.stderr, first)
}

// The report of an uncaught exception shows what the exception holds deeper than console.log does.
func TestTheReportOfAnUncaughtException(t *testing.T) {
	file := filepath.Join(t.TempDir(), "program.js")
	require.NoError(t, os.WriteFile(file, []byte(`throw Object.assign(new Error('deep'), { info: { a: { b: { c: { d: {} } } } } });`), 0o600))
	const shown = "  info: {\n    a: { b: { c: { d: {} } } }\n  }\n}\n\nNode.js v20"
	assert.Contains(t, runHere(t, file, "").stderr, shown)
	assert.Contains(t, runOnNode(t, file, "").stderr, shown)
}

// A handler of uncaught exceptions that throws ends the program at once: nobody hears of the exit.
func TestAHandlerOfExceptionsThatThrows(t *testing.T) {
	file := filepath.Join(t.TempDir(), "program.js")
	require.NoError(t, os.WriteFile(file, []byte(`
		process.on('uncaughtException', () => { throw new Error('second'); });
		process.on('exit', () => console.log('exit'));
		throw new Error('first');`), 0o600))
	got := runHere(t, file, "")
	assert.Equal(t, 7, got.code)
	assert.Empty(t, got.stdout)
	assert.Contains(t, got.stderr, "Error: second")
	want := runOnNode(t, file, "")
	assert.Equal(t, want.code, got.code)
	assert.Equal(t, want.stdout, got.stdout)
}

// What a program wrote to a socket before it exits, or dies, is on its way.
func TestWhatWasWrittenBeforeTheExitLeaves(t *testing.T) {
	file := filepath.Join(t.TempDir(), "program.js")
	require.NoError(t, os.WriteFile(file, []byte(`
		const net = require('net');
		const ways = { exit() { process.exit(3); }, dies() { throw new Error('dies'); },
			listener() { this.unref(); process.on('exit', () => this.write(' of a listener')); } };
		if (process.argv[2]) {
			const c = net.connect(+process.argv[2], () => { c.write('last words'); ways[process.argv[3]].call(c); });
		} else {
			const heard = [];
			const server = net.createServer((c) => {
				let s = '';
				c.on('data', (b) => { s += b; }).on('end', () => heard.push(s));
			}).listen(0, async () => {
				for (const way of Object.keys(ways)) {
					const child = require('child_process').fork(__filename, [server.address().port, way], { silent: true });
					child.on('exit', (code) => console.log(way, code));
					await new Promise((resolve) => child.on('close', resolve));
				}
				server.close(() => console.log(heard));
			});
		}`), 0o600))
	got := runHere(t, file, "")
	assert.Empty(t, got.stderr)
	assert.Equal(t, "exit 3\ndies 1\nlistener 0\n[ 'last words', 'last words', 'last words of a listener' ]\n", got.stdout)
	assert.Equal(t, runOnNode(t, file, "").stdout, got.stdout)
}
