package js_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The programs of testdata/net ask for what is hidden in Node, and used all the same.
func TestNetProgramsPrintWhatTheyPrintOnNode(t *testing.T) {
	files, err := filepath.Glob("testdata/net/*.js")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want := runOnNode(t, file, "")
			require.Zero(t, want.code, want.stderr)
			require.NotEmpty(t, want.stdout)
			got := runHere(t, file, "")
			assert.Equal(t, want.stdout, got.stdout)
			assert.Equal(t, want.stderr, got.stderr)
			assert.Equal(t, want.code, got.code)
		})
	}
}
