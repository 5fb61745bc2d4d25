package main

import (
	"net"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// place returns a path that is short enough for a socket, which t.TempDir need not be.
func place(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "control")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return filepath.Join(folder, "c.sock")
}

// onBoth runs a test with the program as the server, and with its Node twin.
func onBoth(t *testing.T, test func(t *testing.T, start func(path string) *program.Program)) {
	t.Helper()
	t.Run("go", func(t *testing.T) {
		test(t, func(path string) *program.Program { return program.Start(t, "-path", path) })
	})
	t.Run("node", func(t *testing.T) {
		if runtime.GOOS == "windows" {
			t.Skip("on Windows Node's paths are named pipes")
		}
		test(t, func(path string) *program.Program { return program.Command(t, "node", "testdata/server.js", path) })
	})
}

func TestCommands(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		path := place(t)
		server := start(path)
		require.Equal(t, "Control socket at "+path, server.Next())
		info, err := os.Stat(path)
		require.NoError(t, err)
		if runtime.GOOS != "windows" {
			require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
		}

		first, second := program.Dial(t, path), program.Dial(t, path)
		first.Say("status\n")
		require.Regexp(t, `^up \d+\.\ds, [12] connected$`, first.HearLine())
		second.Say("dance\nsta")
		second.Hear("unknown command, try status or stop\n")
		second.Say("tus\n")
		require.Regexp(t, `^up \d+\.\ds, 2 connected$`, second.HearLine())
		second.Say("stop\nstatus\n")
		second.Hear("stopping\n")
		first.HearEnd()
		second.HearEnd()
		first.Leave()
		second.Leave()
		require.Equal(t, []string{"Stopped"}, server.Finish(0))
		require.NoFileExists(t, path)
	})
}

func TestStaleFileIsReplaced(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		path := place(t)
		crashed, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
		require.NoError(t, err)
		crashed.SetUnlinkOnClose(false)
		require.NoError(t, crashed.Close())

		server := start(path)
		require.Equal(t, "Removed a stale "+path, server.Next())
		require.Equal(t, "Control socket at "+path, server.Next())
		peer := program.Dial(t, path)
		peer.Say("stop\n")
		peer.Hear("stopping\n")
		peer.HearEnd()
		peer.Leave()
		require.Equal(t, []string{"Stopped"}, server.Finish(0))
	})
}

func TestServerThatRunsIsLeftAlone(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		path := place(t)
		first := start(path)
		require.Equal(t, "Control socket at "+path, first.Next())
		second := start(path)
		require.Empty(t, second.Finish(1))
		require.Equal(t, "Server error: listen EADDRINUSE: address already in use "+path+"\n", second.Complaints())
		peer := program.Dial(t, path)
		peer.Say("status\n")
		require.Contains(t, peer.HearLine(), "connected")
	})
}

func TestFileThatIsNoSocketIsLeftAlone(t *testing.T) {
	path := place(t)
	require.NoError(t, os.WriteFile(path, []byte("precious"), 0o600))
	server := program.Start(t, "-path", path)
	require.Empty(t, server.Finish(1))
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "precious", string(content))
}

func TestNodeClient(t *testing.T) {
	path := place(t)
	server := program.Start(t, "-path", path)
	require.Equal(t, "Control socket at "+path, server.Next())
	client := program.Command(t, "node", "testdata/client.js", path, "dance", "stop")
	require.Equal(t, []string{"unknown command, try status or stop", "stopping"}, client.Finish(0))
	require.Equal(t, []string{"Stopped"}, server.Finish(0))
}

func TestInterruptRemovesTheFile(t *testing.T) {
	path := place(t)
	server := program.Start(t, "-path", path)
	require.Equal(t, "Control socket at "+path, server.Next())
	peer := program.Dial(t, path)
	peer.Say("status\n")
	require.Contains(t, peer.HearLine(), "1 connected")
	server.Interrupt()
	peer.HearEnd()
	peer.Leave()
	require.Equal(t, []string{"Stopped"}, server.Finish(0))
	require.NoFileExists(t, path)
}
