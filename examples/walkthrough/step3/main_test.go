package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestTwoClients(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		first := program.Dial(t, address)
		require.Equal(t, first.Name()+" connected.", server.Next())
		second := program.Dial(t, address)
		require.Equal(t, second.Name()+" connected.", server.Next())
		first.Say("Hey\n")
		first.Hear("We got your message: Hey\n")
		require.Equal(t, first.Name()+" said: Hey", server.Next())
		first.Leave()
		require.Equal(t, first.Name()+" disconnected.", server.Next())
		second.Say("still here\r\n")
		second.Hear("We got your message: still here\n")
		require.Equal(t, second.Name()+" said: still here", server.Next())
	})
}

func TestCrashOfOneClient(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		rude, polite := program.Dial(t, address), program.Dial(t, address)
		rude.Say("Hey")
		rude.Hear("We got your message: Hey\n")
		rude.Crash()
		server.Await(rude.Name() + " disconnected.")
		polite.Say("Hey")
		polite.Hear("We got your message: Hey\n")
		polite.Leave()
		server.Await(polite.Name() + " disconnected.")

		server.Interrupt()
		server.Finish(0)
		require.Equal(t, rude.Name()+" failed: read ECONNRESET\n", server.Complaints())
	})
}

func TestStop(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		server.Await(peer.Name() + " connected.")
		server.Interrupt()
		peer.HearEnd()
		peer.Say("too late to be answered")
		server.Await(peer.Name() + " said: too late to be answered")
		peer.Leave()
		require.Equal(t, []string{peer.Name() + " disconnected."}, server.Finish(0))
		require.Empty(t, server.Complaints())
	})
}

func TestNodeClient(t *testing.T) {
	_, address := program.Serve(t)
	client := program.Command(t, "node", "../testdata/client.js", program.Port(address), "Hey", "bye")
	require.Equal(t, []string{"We got your message: Hey", "We got your message: bye", "close false"}, client.Finish(0))
}
