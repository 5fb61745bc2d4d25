package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestAnswerAfterTheEnd(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say("pear\nap")
		peer.Say("ple\nplum")
		peer.Half()
		require.Equal(t, "apple\npear\nplum\n", peer.HearAll())
		for _, want := range []string{"connection", "end: 15 bytes, socket is writeOnly", "answer: socket is writeOnly", "close, had error: false"} {
			require.Equal(t, want, server.Next())
		}
	})
}

func TestWithoutHalfOpenTheAnswerIsLost(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say("pear\napple\n")
		peer.Half()
		peer.HearEnd()
		require.Equal(t, "connection", server.Next())
		require.Equal(t, "end: 11 bytes, socket is writeOnly", server.Next())
		require.ElementsMatch(t, []string{"answer: socket is closed", "answer lost: EPIPE", "close, had error: false"},
			[]string{server.Next(), server.Next(), server.Next()})
	}, "--half-open=false")
}

func TestMuchToSort(t *testing.T) {
	_, address := program.Serve(t)
	peer := program.Dial(t, address)
	const lines = 100_000
	peer.SayMeanwhile(strings.Repeat("b\na\n", lines), true)
	require.Equal(t, strings.Repeat("a\n", lines)+strings.Repeat("b\n", lines), peer.HearAll())
}

func TestTooMuchToSort(t *testing.T) {
	server, address := program.Serve(t)
	program.Dial(t, address).SayUntilCutOff(strings.Repeat("x", 100_000))
	require.Equal(t, "connection", server.Next())
	require.Equal(t, "close, had error: true", server.Next())
	server.Interrupt()
	server.Finish(0)
	require.Equal(t, "Socket error: more than 16777216 bytes to sort\n", server.Complaints())
}

func TestNodeClient(t *testing.T) {
	_, address := program.Serve(t)
	client := program.Command(t, "node", "testdata/client.js", program.Port(address), "c", "b", "a")
	require.Equal(t, []string{`"a\nb\nc\n"`}, client.Finish(0))
}

func TestInterrupt(t *testing.T) {
	server, address := program.Serve(t)
	peer := program.Dial(t, address)
	peer.Say("never sorted")
	require.Equal(t, "connection", server.Next())
	server.Interrupt()
	peer.SayUntilCutOff("more")
	require.Equal(t, []string{"close, had error: false"}, server.Finish(0))
}
