package main

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// onBoth runs a test with the program as the client, and with its Node twin.
func onBoth(t *testing.T, test func(t *testing.T, start func(address string) *program.Program)) {
	t.Helper()
	t.Run("go", func(t *testing.T) {
		t.Parallel()
		test(t, func(address string) *program.Program { return program.Start(t, "-port", program.Port(address)) })
	})
	t.Run("node", func(t *testing.T) {
		t.Parallel()
		test(t, func(address string) *program.Program {
			return program.Command(t, "node", "testdata/client.js", program.Port(address))
		})
	})
}

func TestPipesBothWays(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		listener, address := program.Listen(t)
		client := start(address)
		server := program.Accept(t, listener)
		require.Equal(t, "Connected to "+address, client.Next())
		server.Say("who are you?\n")
		require.Equal(t, "who are you?", client.Next())
		client.Say("grüß dich")
		server.Hear("grüß dich\n")

		client.EndInput()
		server.HearEnd()
		server.Say("last words\n") // the other direction is still open
		server.Leave()
		require.Equal(t, []string{"last words", "Disconnected"}, client.Finish(0))
		require.Empty(t, client.Complaints())
	})
}

func TestServerLeavesWhileNobodyTypes(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		listener, address := program.Listen(t)
		client := start(address)
		server := program.Accept(t, listener)
		require.Equal(t, "Connected to "+address, client.Next())
		server.Leave()
		require.Equal(t, []string{"Disconnected"}, client.Finish(0)) // its input is still open
	})
}

func TestMuchInputAndSlowServer(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		listener, address := program.Listen(t)
		client := start(address)
		server := program.Accept(t, listener)
		line := strings.Repeat("x", 10_000)
		heard := make(chan string, 1)
		go func() {
			all, _ := io.ReadAll(server.Conn) // an error shows in what is missing
			heard <- string(all)
		}()
		for range 1000 {
			client.Say(line)
		}
		client.EndInput()
		require.True(t, <-heard == strings.Repeat(line+"\n", 1000))
		server.Leave()
		client.Await("Disconnected")
		client.Finish(0)
	})
}

func TestServerResets(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		listener, address := program.Listen(t)
		client := start(address)
		server := program.Accept(t, listener)
		client.Next()
		server.Crash()
		require.Empty(t, client.Finish(1))
		require.Equal(t, "Error: read ECONNRESET\n", client.Complaints())
	})
}

func TestNobodyListens(t *testing.T) {
	onBoth(t, func(t *testing.T, start func(string) *program.Program) {
		listener, address := program.Listen(t)
		require.NoError(t, listener.Close())
		client := start(address)
		require.Empty(t, client.Finish(1))
		require.Equal(t, "Error: connect ECONNREFUSED "+address+"\n", client.Complaints())
	})
}

// The two programs of the chat, and the Node twin of each in the other's place.
func TestChatSession(t *testing.T) {
	t.Run("go server", func(t *testing.T) {
		t.Parallel()
		chat := program.Other(t, "../chat", "-port", "0")
		session(t, chat.Address())
	})
	t.Run("node server", func(t *testing.T) {
		t.Parallel()
		_, address := program.ServeNode(t, "../chat/testdata/server.js")
		session(t, address)
	})
}

func session(t *testing.T, address string) {
	alice := program.Start(t, "-port", program.Port(address))
	bob := program.Command(t, "node", "testdata/client.js", program.Port(address))

	require.Equal(t, "Connected to "+address, alice.Next())
	alice.Say("Alice")
	require.Equal(t, "Enter your username: Welcome Alice!", alice.Next())
	require.Equal(t, "Connected to "+address, bob.Next())
	bob.Say("Bob")
	require.Equal(t, "Enter your username: Welcome Bob!", bob.Next())
	require.Equal(t, "Bob joined the chat", alice.Next())
	alice.Say("hello, Bob")
	require.Equal(t, "[Alice]: hello, Bob", bob.Next())
	require.Equal(t, "[Alice]: hello, Bob", alice.Next())
	bob.Say("/quit")
	require.Equal(t, []string{"Goodbye!", "Disconnected"}, bob.Finish(0))
	require.Equal(t, "Bob left the chat", alice.Next())
	alice.EndInput()
	require.Equal(t, []string{"Disconnected"}, alice.Finish(0))
}
