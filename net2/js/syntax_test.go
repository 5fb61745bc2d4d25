package js_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A program that cannot be read ends with the place, the line and the reason, as on Node.
func TestSyntaxErrors(t *testing.T) {
	head := func(stderr string) string {
		before, _, _ := strings.Cut(stderr, "\n    at ")
		return before
	}
	for _, line := range []string{"let x = ;", "let y = (1;", "var a b", "return }", "class { }", "x = 1 2", "let a; let a;", `"a" "b"`, "const q;", "foo("} {
		t.Run(line, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "program.js")
			require.NoError(t, os.WriteFile(file, []byte("console.log('never');\n"+line+"\n"), 0o600))
			got, want := runHere(t, file, ""), runOnNode(t, file, "")
			assert.Equal(t, 1, got.code)
			assert.Empty(t, got.stdout)
			assert.Contains(t, got.stderr, "SyntaxError: ")
			assert.Equal(t, head(want.stderr), head(got.stderr))
		})
	}
}

// A module that is required and cannot be read is an error that the program can catch.
func TestSyntaxErrorOfAModule(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "program.js")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "broken.js"), []byte("\nlet x = ;\n"), 0o600))
	require.NoError(t, os.WriteFile(file, []byte(`
		try { require('./broken'); } catch (e) {
			console.log(e instanceof SyntaxError, e.name, e.message, e.stack.split('\n').slice(1, 5));
		}`), 0o600))
	assert.Contains(t, sameAsNode(t, file, "").stdout, "Unexpected token ';'")
}
