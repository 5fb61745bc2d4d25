package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestNodeServer(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("on Windows Node's paths are named pipes")
	}
	folder, err := os.MkdirTemp("", "control") // t.TempDir may be too long for a socket
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	path := filepath.Join(folder, "c.sock")
	server := program.Command(t, "node", "../testdata/server.js", path)
	require.Equal(t, "Control socket at "+path, server.Next())
	client := program.Start(t, "-path", path, "dance", "stop")
	require.Equal(t, []string{"unknown command, try status or stop", "stopping"}, client.Finish(0))
	require.Equal(t, []string{"Stopped"}, server.Finish(0))
}

func TestNoSuchFile(t *testing.T) {
	client := program.Start(t, "-path", "nowhere.sock", "status")
	require.Empty(t, client.Finish(1))
	require.Equal(t, "Error: connect ENOENT nowhere.sock\n", client.Complaints())
}
