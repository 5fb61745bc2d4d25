// Package api_test writes the pages parity.md and errors.md of this directory,
// and fails when they are stale:
//
//	go test ./docs/api -update
package api_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

var update = flag.Bool("update", false, "write the pages")

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// page compares a page with its file, or writes it.
func page(t *testing.T, file, text string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	have, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, text, strings.ReplaceAll(string(have), "\r\n", "\n"),
		"%s is stale: run go test ./docs/api -update", file)
}
