package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

const timestamp = `^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\] `

func TestWelcomeAndEcho(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		first := program.Dial(t, address)
		first.Hear("Welcome! Currently 1 clients online\n")
		second := program.Dial(t, address)
		second.Hear("Welcome! Currently 2 clients online\n")
		server.Await("[" + first.Name() + "] New connection")
		server.Await("[" + second.Name() + "] New connection")

		first.Say("  grüß dich \r\n")
		require.Regexp(t, timestamp+"Echo: grüß dich$", first.HearLine())
		server.Await("[" + first.Name() + "] grüß dich")

		first.Leave()
		server.Await("[" + first.Name() + "] Disconnected")
		third := program.Dial(t, address)
		third.Hear("Welcome! Currently 2 clients online\n")
	})
}

func TestBroadcastReachesAll(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peers := []*program.Peer{program.Dial(t, address), program.Dial(t, address), program.Dial(t, address)}
		for _, peer := range peers {
			require.Contains(t, peer.HearLine(), "Welcome!")
			for range 2 {
				require.Regexp(t, `^\[Broadcast\] Server uptime: \d+\.\d{3}s$`, peer.HearLine())
			}
		}
	}, "--every", "50ms")
}

func TestCrashOfOneClient(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		rude, polite := program.Dial(t, address), program.Dial(t, address)
		rude.HearLine()
		polite.HearLine()
		rude.Crash()
		server.Await("[" + rude.Name() + "] Disconnected")
		program.Dial(t, address).Hear("Welcome! Currently 2 clients online\n")
		polite.Say("still there?")
		require.Regexp(t, timestamp+`Echo: still there\?$`, polite.HearLine())
	})
}

// A client that never reads is dropped before it fills the memory; others notice nothing.
func TestClientThatDoesNotRead(t *testing.T) {
	server, address := program.Serve(t)
	deaf, fine := program.Dial(t, address), program.Dial(t, address)
	fine.HearLine()
	deaf.SayUntilCutOff(strings.Repeat("x", 10_000))
	fine.Say("still there?")
	require.Regexp(t, timestamp+`Echo: still there\?$`, fine.HearLine())
	fine.Leave()
	server.Await("[" + fine.Name() + "] Disconnected")
	server.Interrupt()
	server.Finish(0)
	require.Regexp(t, `\[`+deaf.Name()+`\] Error: dropped, \d{7} bytes behind`, server.Complaints())
}

func TestNodeClient(t *testing.T) {
	server, address := program.Serve(t)
	client := program.Command(t, "node", "testdata/client.js", program.Port(address))
	said := client.Finish(0)
	require.Len(t, said, 4)
	require.Equal(t, "Connected to server", said[0])
	require.Equal(t, "Received from server: Welcome! Currently 1 clients online", said[1])
	require.Regexp(t, strings.Replace(timestamp, "^", "^Received from server: ", 1)+"Echo: Hello server!$", said[2])
	require.Equal(t, "Disconnected", said[3])
	require.Contains(t, server.Next(), "New connection")
	require.Contains(t, server.Next(), "Hello server!")
	require.Contains(t, server.Next(), "Disconnected")
}

func TestStop(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		polite, stubborn := program.Dial(t, address), program.Dial(t, address)
		polite.HearLine()
		stubborn.HearLine()
		server.Interrupt()
		polite.HearEnd()
		polite.Leave()
		stubborn.HearEnd() // does not end its side, and says something yet
		stubborn.Say("wait")
		server.Await("[" + stubborn.Name() + "] wait")
		server.Await("Server closed") // cuts it off
		require.Equal(t, []string{"[" + stubborn.Name() + "] Disconnected"}, server.Finish(0))
		require.Empty(t, server.Complaints())
	})
}
