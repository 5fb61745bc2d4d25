package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// talk is what the client prints when all goes well.
func talk(address string) []string {
	return []string{
		"Connected to TCP server on " + address,
		"Received from server: Echo: Hello Server, are you there?",
		"Received from server: Echo: Thanks for echoing!",
		"Disconnected from server.",
		"Client socket closed.",
	}
}

func TestNodeServer(t *testing.T) {
	server, address := program.ServeNode(t, "testdata/server.js")
	client := program.Start(t, "-port", program.Port(address))
	require.Equal(t, talk(address), client.Finish(0))
	require.Empty(t, client.Complaints())
	require.Equal(t, []string{
		"connection",
		"data Hello Server, are you there?",
		"data Thanks for echoing!",
		"end",
		"close false",
	}, server.Finish(0))
}

func TestRawServer(t *testing.T) {
	listener, address := program.Listen(t)
	client := program.Start(t, "-port", program.Port(address))
	server := program.Accept(t, listener)
	for _, words := range []string{"Hello Server, are you there?", "Thanks for echoing!"} {
		server.Hear(words)
		server.Say("Echo: " + words)
	}
	server.HearEnd()
	server.Leave()
	require.Equal(t, talk(address), client.Finish(0))
}

func TestNobodyListens(t *testing.T) {
	listener, address := program.Listen(t)
	require.NoError(t, listener.Close())
	client := program.Start(t, "-port", program.Port(address))
	require.Empty(t, client.Finish(1))
	require.Equal(t, "Client error: connect ECONNREFUSED "+address+"\n", client.Complaints())
}
