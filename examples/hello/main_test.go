package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// greeted is what every client of hello sees, whatever it does itself.
func greeted(t *testing.T, address string) {
	silent := program.Dial(t, address)
	silent.Hear("Hello World")
	silent.HearEnd()
	silent.Leave()

	talker := program.Dial(t, address)
	talker.Say(strings.Repeat("nobody reads this ", 10_000))
	talker.Half()
	talker.Hear("Hello World")
	talker.HearEnd()
}

func TestRawClients(t *testing.T) {
	server, address := program.Serve(t)
	greeted(t, address)

	// Both are gone although nothing of what they sent was wanted: the server can close.
	server.Interrupt()
	require.Equal(t, []string{"Server closed."}, server.Finish(0))
	require.Empty(t, server.Complaints())
}

func TestNodeServerDoesTheSame(t *testing.T) {
	_, address := program.ServeNode(t, "testdata/server.js")
	greeted(t, address)
}

func TestNodeClient(t *testing.T) {
	_, address := program.Serve(t)
	client := program.Command(t, "node", "testdata/client.js", program.Port(address))
	require.Equal(t, []string{"Connected to the server", "Server said: Hello World", "Disconnected"}, client.Finish(0))
}

func TestResetIsSurvived(t *testing.T) {
	server, address := program.Serve(t)
	rude := program.Dial(t, address)
	rude.Hear("Hello World")
	rude.Crash()

	polite := program.Dial(t, address)
	polite.Hear("Hello World")
	polite.HearEnd()
	polite.Leave()
	server.Interrupt()
	require.Equal(t, []string{"Server closed."}, server.Finish(0))
	require.Equal(t, "Socket error: read ECONNRESET\n", server.Complaints())
}

func TestPortInUse(t *testing.T) {
	_, address := program.Serve(t)
	second := program.Start(t, "-port", program.Port(address))
	require.Empty(t, second.Finish(1))
	require.Equal(t, "Server error: listen EADDRINUSE: address already in use "+address+"\n", second.Complaints())
}
