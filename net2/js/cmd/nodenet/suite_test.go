package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asNodenet makes this program nodenet: the suite starts it for each file.
const asNodenet = "NODENET_AS_NODENET"

func TestMain(m *testing.M) {
	if os.Getenv(asNodenet) != "" {
		main()
	}
	_ = os.Setenv(asNodenet, "1")
	os.Exit(m.Run())
}

// suiteOf makes a checkout of these files, by name.
func suiteOf(t *testing.T, files map[string]string) *suite {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("the tests are judged by node's assert")
	}
	s := &suite{dir: t.TempDir(), limit: 20 * time.Second, jobs: 2}
	parallel := filepath.Join(s.dir, "test", "parallel")
	require.NoError(t, os.MkdirAll(parallel, 0o755))
	for name, code := range files {
		require.NoError(t, os.WriteFile(filepath.Join(parallel, name), []byte(code), 0o644))
	}
	cleanup, err := s.setup()
	require.NoError(t, err)
	t.Cleanup(cleanup)
	return s
}

func TestVerdicts(t *testing.T) {
	s := suiteOf(t, map[string]string{
		"test-net-right.js":   `require('assert').strictEqual(typeof require('net').connect, 'function');`,
		"test-net-wrong.js":   `require('assert').strictEqual(1, 2);`,
		"test-net-skipped.js": `console.log('1..0 # Skipped: not here');`,
		"test-other.js":       `throw new Error('of another family');`,
	})
	var verdicts []string
	for _, file := range s.files(regexp.MustCompile(`^test-net-`)) {
		verdicts = append(verdicts, file+" "+s.run(file, 0).status)
	}
	assert.Equal(t, []string{"test-net-right.js pass", "test-net-skipped.js skip", "test-net-wrong.js fail"}, verdicts)
}

// The processes that a test has started go with it.
func TestNothingIsLeftOfAFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("without process groups only the file's own process is ended")
	}
	s := suiteOf(t, map[string]string{
		"test-net-parent.js": `
const { spawn } = require('child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
require('fs').writeFileSync('pid', String(child.pid));
process.exit(1);
`,
	})
	assert.Equal(t, "fail", s.run("test-net-parent.js", 0).status)
	text, err := os.ReadFile(filepath.Join(s.dir, "pid"))
	require.NoError(t, err)
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	require.NoError(t, err)
	require.Eventually(t, func() bool { return gone(pid) }, 10*time.Second, 10*time.Millisecond)
}

// gone also counts a process that nobody has waited for yet.
func gone(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil || errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone) {
		return true
	}
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	return err == nil && strings.Contains(string(stat), ") Z ")
}
