package transcript

import (
	"os"
	"path/filepath"
	"testing"
)

// socketPath does not use t.TempDir: with the name of the test in it the path outgrows sockaddr_un.
func socketPath(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "nodenet-")
	if err != nil {
		t.Fatalf("no directory for the socket: %v", err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return filepath.Join(dir, "s")
}
