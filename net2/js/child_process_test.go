package js_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every way to start a process, next to Node: testdata/children.js starts itself, here as a child of this test program.
func TestChildrenDoWhatTheyDoOnNode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program uses cat, printf and sh")
	}
	sameAsNode(t, filepath.Join("testdata", "children.js"), "")
}

// A child of ours and one of Node's understand each other: the channel is Node's.
func TestForksANode(t *testing.T) {
	dir := t.TempDir()
	child := filepath.Join(dir, "child.js")
	require.NoError(t, os.WriteFile(child, []byte(`process.on('message', (m) => process.send([m, process.title !== 'nodenet'], () => process.disconnect()));`), 0o600))
	parent := filepath.Join(dir, "parent.js")
	require.NoError(t, os.WriteFile(parent, []byte(`
		const child = require('child_process').fork(__dirname + '/child.js', { execPath: 'node' });
		child.on('message', (m) => console.log(m)).on('disconnect', () => console.log('disconnect')).on('exit', (code) => console.log('exit', code));
		child.send({ text: 'a\nb', list: [1, null] });`), 0o600))
	want := runOnNode(t, parent, "")
	got := runHere(t, parent, "")
	assert.Equal(t, want.stdout, got.stdout)
	assert.Empty(t, got.stderr)
}

func TestARefusedChildLeavesNothingOpen(t *testing.T) {
	before := openFiles(t)
	assert.Equal(t, []string{"ENOENT", "closed"}, prints(t, `
		const child = require('child_process').spawn('/no/such/program');
		child.on('error', (err) => console.log(err.code)).on('close', () => console.log('closed'));`))
	assert.LessOrEqual(t, openFiles(t), before)
}

func openFiles(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/dev/fd")
	if err != nil {
		t.Skip("the system does not tell what is open")
	}
	return len(entries)
}

// A listener for messages keeps a child alive, and its parent's disconnect lets it go.
func TestAChildWithoutListenersDoesNotWait(t *testing.T) {
	file := filepath.Join(t.TempDir(), "program.js")
	require.NoError(t, os.WriteFile(file, []byte(`
		if (process.argv[2]) {
			if (process.argv[2] === 'listens') process.on('message', () => {});
		} else {
			for (const how of ['listens', 'ends']) {
				const child = require('child_process').fork(__filename, [how]);
				child.on('exit', (code) => console.log(how, code));
				if (how === 'ends') child.on('exit', () => first.disconnect()); else var first = child;
			}
		}`), 0o600))
	got := runHere(t, file, "")
	assert.Empty(t, got.stderr)
	assert.Equal(t, "ends 0\nlistens 0\n", got.stdout)
	assert.Equal(t, runOnNode(t, file, "").stdout, got.stdout)
}

func TestSignalsAreThoseOfNode(t *testing.T) {
	file := filepath.Join(t.TempDir(), "program.js")
	require.NoError(t, os.WriteFile(file, []byte(`
		const cp = require('child_process'), os = require('os');
		console.log(Object.entries(os.constants.signals).sort(), Object.keys(cp).sort());
		for (const f of [() => process.kill('x'), () => process.kill(process.pid, 'SIGx'), () => process.kill(process.pid, 0)]) {
			try { console.log(f()); } catch (err) { console.log(err.name, err.code, err.message); }
		}
		process.once('SIGUSR2', (...args) => { console.log(...args); clearTimeout(wait); });
		const wait = setTimeout(() => console.log('no signal'), 10000);
		process.kill(process.pid, 'SIGUSR2');`), 0o600))
	want := runOnNode(t, file, "")
	got := runHere(t, file, "")
	assert.Equal(t, want.stdout, got.stdout)
	assert.Empty(t, got.stderr)
}
