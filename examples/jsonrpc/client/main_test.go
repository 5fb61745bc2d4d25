package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestNodeServer(t *testing.T) {
	_, address := program.ServeNode(t, "../testdata/server.js")
	client := program.Start(t, "-port", program.Port(address), "-name", "Zoë")
	require.Equal(t, []string{
		"Connected to JSON TCP server",
		"Reply: Hello, Zoë!",
		"Result: 30",
		"Disconnected from JSON server.",
	}, client.Finish(0))
}

// The responses come in pieces that say nothing about where one ends.
func TestPieces(t *testing.T) {
	listener, address := program.Listen(t)
	client := program.Start(t, "-port", program.Port(address))
	server := program.Accept(t, listener)
	server.Hear(`{"name":"Alice","type":"GREETING"}` + "\n" + `{"a":10,"b":20,"type":"SUM"}` + "\n")
	server.Say("oops\n" + `{"status":"ERR`)
	server.Say(`OR","message":"not today"}` + "\n")
	server.HearEnd()
	server.Leave()
	require.Equal(t, []string{
		"Connected to JSON TCP server",
		"Error: not today",
		"Disconnected from JSON server.",
	}, client.Finish(0))
	require.Equal(t, "Invalid JSON response: \"oops\"\n", client.Complaints())
}

func TestServerLeavesEarly(t *testing.T) {
	listener, address := program.Listen(t)
	client := program.Start(t, "-port", program.Port(address))
	server := program.Accept(t, listener)
	server.HearLine()
	server.HearLine()
	server.Leave()
	require.Equal(t, []string{"Connected to JSON TCP server", "Disconnected from JSON server."}, client.Finish(1))
	require.Equal(t, "The server left early\n", client.Complaints())
}

func TestNobodyListens(t *testing.T) {
	listener, address := program.Listen(t)
	require.NoError(t, listener.Close())
	client := program.Start(t, "-port", program.Port(address))
	require.Empty(t, client.Finish(1))
	require.Equal(t, "JSON client error: connect ECONNREFUSED "+address+"\n", client.Complaints())
}
