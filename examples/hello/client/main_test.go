package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

var greeted = []string{"Connected to the server", "Server said: Hello World", "Disconnected"}

func TestNodeServer(t *testing.T) {
	_, address := program.ServeNode(t, "../testdata/server.js")
	client := program.Start(t, "-port", program.Port(address))
	require.Equal(t, greeted, client.Finish(0))
}

// The answer comes long after the client's end.
func TestRawServer(t *testing.T) {
	listener, address := program.Listen(t)
	client := program.Start(t, "-port", program.Port(address))
	server := program.Accept(t, listener)
	server.Hear("Hello Server")
	server.HearEnd()
	server.Say("Hello World")
	server.Leave()
	require.Equal(t, greeted, client.Finish(0))
}

func TestNobodyListens(t *testing.T) {
	listener, address := program.Listen(t)
	require.NoError(t, listener.Close())
	client := program.Start(t, "-port", program.Port(address))
	require.Empty(t, client.Finish(1))
	require.Equal(t, "Client error: connect ECONNREFUSED "+address+"\n", client.Complaints())
}
