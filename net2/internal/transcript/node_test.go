package transcript

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inDirWith makes files in a new directory and works there.
func inDirWith(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
}

func needNode(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
}

func runOneLine(v *verdict, name, line string) {
	Run(v, name, func(x *T) { x.Track("a")(line) })
}

func TestRunHoldsTheLinesAgainstTheGolden(t *testing.T) {
	t.Setenv(modeEnv, "")
	inDirWith(t, map[string]string{"s.golden": "a: x\n"})
	assert.Empty(t, judge(t, func(v *verdict) { runOneLine(v, "s", "x") }).said)
	assert.Equal(t, "s: Node printed the lines marked -, this run those marked +\n  - a: x\n  + a: y\n",
		judge(t, func(v *verdict) { runOneLine(v, "s", "y") }).said)
	assert.Contains(t, judge(t, func(v *verdict) { runOneLine(v, "other", "y") }).said, "other.golden does not exist")
}

func TestRunRefusesAnUnknownMode(t *testing.T) {
	t.Setenv(modeEnv, "rekord")
	inDirWith(t, map[string]string{"s.golden": "a: x\n"})
	assert.Contains(t, judge(t, func(v *verdict) { runOneLine(v, "s", "x") }).said, "want record or compare")
}

func TestRunWithoutNodeSkips(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for _, mode := range []string{modeRecord, modeCompare} {
		t.Setenv(modeEnv, mode)
		v := judge(t, func(v *verdict) { runOneLine(v, "s", "x") })
		assert.True(t, v.skipped)
		assert.Contains(t, v.said, "needs node")
	}
}

func TestRecordWritesWhatNodePrints(t *testing.T) {
	needNode(t)
	t.Setenv(modeEnv, modeRecord)
	inDirWith(t, map[string]string{"s.js": "console.log('a: x')"})
	assert.Empty(t, judge(t, func(v *verdict) { runOneLine(v, "s", "x") }).said)
	text, err := os.ReadFile("s.golden")
	require.NoError(t, err)
	assert.Equal(t, "a: x\n", string(text))
}

func TestRecordRefusesWhatDiffersFromRunToRun(t *testing.T) {
	needNode(t)
	t.Setenv(modeEnv, modeRecord)
	inDirWith(t, map[string]string{"s.js": "console.log('a: ' + process.pid)"})
	assert.Contains(t, judge(t, func(v *verdict) { runOneLine(v, "s", "x") }).said, "s.js: run 2 of 20 differs")
	assert.NoFileExists(t, "s.golden")
}

func TestRecordRefusesAScenarioThatThrows(t *testing.T) {
	needNode(t)
	t.Setenv(modeEnv, modeRecord)
	inDirWith(t, map[string]string{"s.js": "console.log('a: x'); throw new Error('boom')"})
	said := judge(t, func(v *verdict) { runOneLine(v, "s", "x") }).said
	assert.Contains(t, said, "exit status 1")
	assert.Contains(t, said, "boom")
	assert.NoFileExists(t, "s.golden")
}

func TestCompareFindsAnOldGolden(t *testing.T) {
	needNode(t)
	t.Setenv(modeEnv, modeCompare)
	inDirWith(t, map[string]string{"s.js": "console.log('a: new')", "s.golden": "a: old\n"})
	assert.Contains(t, judge(t, func(v *verdict) { runOneLine(v, "s", "old") }).said,
		"s.golden has the lines marked -, this node prints those marked +\n  - a: old\n  + a: new\n")
}

func TestCheckFamilyFindsMissingHalves(t *testing.T) {
	inDirWith(t, map[string]string{
		"whole.js": "", "whole.golden": "", "whole_test.go": `transcript.Run(t, "whole", body)`,
		"bare.js":     "",
		"old.golden":  "",
		"gone.golden": "", "gone_test.go": `transcript.Run(t, "gone", body)`,
		"empty.js": "", "empty.golden": "", "empty_test.go": "package p",
		"main_test.go": "package p",
	})
	said := judge(t, func(v *verdict) { CheckFamily(v) }).said
	assert.Equal(t, "bare.js has no bare.golden\n"+
		"bare.js is not run by bare_test.go\n"+
		"empty.js is not run by empty_test.go\n"+
		"gone.golden has no gone.js\n"+
		"gone_test.go has no gone.js\n"+
		"old.golden has no old.js\n", said)
}

func TestCheckFamilyFindsAScenarioUnderAnotherName(t *testing.T) {
	inDirWith(t, map[string]string{"a.js": "", "a.golden": "", "a_test.go": `transcript.Run(t, "b", body)`})
	said := judge(t, func(v *verdict) { CheckFamily(v) }).said
	assert.Contains(t, said, "a_test.go runs scenario b")
	assert.Contains(t, said, "a.js is not run by a_test.go")
}
