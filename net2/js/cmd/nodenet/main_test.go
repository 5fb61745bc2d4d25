package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type outcome struct {
	stdout, stderr string
	code           int
}

func runCommand(program, stdin string, args []string) outcome {
	cmd := exec.Command(program, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &stdout, &stderr
	_ = cmd.Run()
	return outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

func TestTheCommandDoesWhatNodeDoes(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node to compare with")
	}
	self, err := os.Executable()
	require.NoError(t, err)
	dir := t.TempDir()
	file, preload := filepath.Join(dir, "file.js"), filepath.Join(dir, "preload.js")
	require.NoError(t, os.WriteFile(file, []byte(`console.log(process.argv.slice(2), process.execArgv.length, typeof before, require.main === module);`), 0o600))
	require.NoError(t, os.WriteFile(preload, []byte(`globalThis.before = true;`), 0o600))
	for _, c := range []struct {
		stdin string
		args  []string
	}{
		{"", []string{file, "a", "-e", "b"}},
		{"", []string{"--no-warnings", file, "--", "a"}},
		{"", []string{"-r", preload, file}},
		{"", []string{"-e", "console.log(process.argv.length, os.EOL === '\\n', __filename, require('path').basename('/a/b'))", "x"}},
		{"", []string{"-p", "[1, 2].map((x) => x * 2)"}},
		{"", []string{"-pe", "process.argv.slice(1)", "x", "y"}},
		{"", []string{"-e", "setTimeout(() => process.exit(4), 1)"}},
		{"", []string{"-e", "(async () => { for await (const x of [1, 2]) console.log(x); })()"}},
		{"console.log('from standard input')", []string{"-"}},
		{"", []string{"-v"}},
	} {
		want, got := runCommand(node, c.stdin, c.args), runCommand(self, c.stdin, c.args)
		assert.Equal(t, want, got, "%q", c.args)
	}
	got := runCommand(self, "", []string{"-e"})
	assert.Equal(t, 9, got.code)
	assert.Contains(t, got.stderr, "usage:")
}
