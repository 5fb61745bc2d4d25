package docs_test

import (
	"context"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Example_name has a twin in testdata/name.js, and node prints what the Example's output is.
func TestNodePrintsTheSame(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("this test needs node: ", err)
	}
	for name, output := range outputs(t) {
		script := filepath.Join("testdata", name+".js")
		if _, err := os.Stat(script); err != nil {
			continue // quoted without a twin
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			defer cancel()
			out, err := exec.CommandContext(ctx, node, script).CombinedOutput()
			require.NoError(t, err, "%s", out)
			require.Equal(t, output, strings.TrimSpace(strings.ReplaceAll(string(out), "\r\n", "\n")))
		})
	}
}

// A script without an Example would be run by nobody.
func TestEveryScriptHasAnExample(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.js")
	require.NoError(t, err)
	require.NotEmpty(t, scripts)
	examples := outputs(t)
	for _, script := range scripts {
		assert.Contains(t, examples, strings.TrimSuffix(filepath.Base(script), ".js"))
	}
}

// outputs returns what the Examples of this folder print.
func outputs(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	found := map[string]string{}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
		require.NoError(t, err)
		for _, example := range doc.Examples([]*ast.File{parsed}...) {
			found[example.Suffix+strings.TrimPrefix(example.Name, "_")] = strings.TrimSpace(example.Output)
		}
	}
	require.NotEmpty(t, found)
	return found
}
