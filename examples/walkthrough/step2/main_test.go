package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestConversation(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		require.Equal(t, peer.Name()+" connected.", server.Next())
		peer.Say("Hey\r\n")
		peer.Hear("We got your message: Hey\n")
		require.Equal(t, peer.Name()+" said: Hey", server.Next())
		peer.Say("grüß dich")
		peer.Hear("We got your message: grüß dich\n")
		require.Equal(t, peer.Name()+" said: grüß dich", server.Next())
		peer.Half()
		peer.HearEnd()
		require.Equal(t, peer.Name()+" disconnected.", server.Next())
	})
}

func TestCrashOfOneClient(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		rude, polite := program.Dial(t, address), program.Dial(t, address)
		rude.Say("Hey")
		rude.Hear("We got your message: Hey\n")
		rude.Crash()
		polite.Say("Hey")
		polite.Hear("We got your message: Hey\n")
		polite.Half()
		polite.HearEnd()
		server.Await(polite.Name() + " disconnected.")

		server.Interrupt()
		server.Finish(0)
		require.Equal(t, rude.Name()+" failed: read ECONNRESET\n", server.Complaints())
	})
}

func TestInterruptEndsClients(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		server.Await(peer.Name() + " connected.")
		server.Interrupt()
		peer.HearEnd()
		peer.Leave()
		require.Equal(t, []string{peer.Name() + " disconnected."}, server.Finish(0))
	})
}

func TestTerminal(t *testing.T) {
	server, address := program.Serve(t)
	terminal := program.Command(t, "nc", "127.0.0.1", program.Port(address))
	terminal.Say("Hey")
	require.Equal(t, "We got your message: Hey", terminal.Next())
	terminal.Kill()
	require.Regexp(t, `^127\.0\.0\.1:\d+ connected\.$`, server.Next())
	require.Regexp(t, `^127\.0\.0\.1:\d+ said: Hey$`, server.Next())
	require.Regexp(t, `^127\.0\.0\.1:\d+ disconnected\.$`, server.Next())
}

func TestNodeClient(t *testing.T) {
	_, address := program.Serve(t)
	client := program.Command(t, "node", "../testdata/client.js", program.Port(address), "Hey", "grüß dich")
	require.Equal(t, []string{"We got your message: Hey", "We got your message: grüß dich", "close false"}, client.Finish(0))
}
