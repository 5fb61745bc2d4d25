package js_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// The programs of testdata/net ask for what is hidden in Node, and used all the same.
func TestNetProgramsPrintWhatTheyPrintOnNode(t *testing.T) {
	files, err := filepath.Glob("testdata/net/*.js")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			sameAsNode(t, file, "")
		})
	}
}
