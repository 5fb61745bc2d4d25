package net2_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/nodenet/go"

// mayImport is the import rule of docs/design.md: what each room of the
// library may import of ours and of others. Tests may import more.
var mayImport = map[string][]string{
	"/events":      {},
	"/net2/loop":   {},
	"/net2/stream": {"/events", "/net2/loop"},
	"/net2":        {"/events", "/net2/loop", "/net2/stream", "/net2/internal/handles", "golang.org/x/sys/unix", "golang.org/x/sys/windows"},
}

func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	for room, allowed := range mayImport {
		t.Run(strings.TrimPrefix(room, "/"), func(t *testing.T) {
			for _, system := range []string{"linux", "darwin", "windows"} {
				for _, path := range imports(t, system, module+room) {
					ours := strings.TrimPrefix(path, module)
					if isStandard(path) {
						continue
					}
					require.Contains(t, allowed, ours, "on %s %s imports %s", system, room, path)
				}
			}
		})
	}
}

// isStandard relies on the first element of a module path being a host name.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

func imports(t *testing.T, system, pkg string) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, pkg)
	cmd.Env = append(cmd.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	out, err := cmd.Output()
	require.NoError(t, err)
	return strings.Fields(string(out))
}
