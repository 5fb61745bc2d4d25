package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestNothingIsReadBeforeItsTurn(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		first := program.Dial(t, address)
		first.Hear("Your turn\n")
		second := program.Dial(t, address)
		second.Say("early words\n")
		require.Equal(t, first.Name()+" waits, 0 bytes read", server.Next())
		require.Equal(t, first.Name()+" is served, 0 bytes read", server.Next())
		require.Equal(t, second.Name()+" waits, 0 bytes read", server.Next())

		first.Say("hello\n")
		first.Hear("hello\n")
		first.Half()
		first.HearEnd()
		require.Equal(t, first.Name()+" left, 6 bytes read", server.Next())
		require.Equal(t, second.Name()+" is served, 0 bytes read", server.Next())
		second.Hear("Your turn\nearly words\n")
	}, "--seats=1")
}

func TestSeatsGoToThoseWhoWaitedLongest(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		var peers []*program.Peer
		for range 4 {
			peer := program.Dial(t, address)
			server.Await(peer.Name() + " waits, 0 bytes read")
			peers = append(peers, peer)
		}
		peers[0].Hear("Your turn\n")
		peers[1].Hear("Your turn\n")
		peers[1].Crash()
		peers[2].Hear("Your turn\n")
		peers[0].Leave()
		peers[3].Hear("Your turn\n")
	}, "--seats=2")
}

func TestClientThatLeftWhileItWaited(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		first := program.Dial(t, address)
		first.Hear("Your turn\n")
		impatient := program.Dial(t, address)
		server.Await(impatient.Name() + " waits, 0 bytes read")
		impatient.Say("hello?")
		impatient.Half()
		last := program.Dial(t, address)
		server.Await(last.Name() + " waits, 0 bytes read")
		first.Leave()
		server.Await(impatient.Name() + " left, 6 bytes read")
		impatient.Hear("Your turn\nhello?")
		last.Hear("Your turn\n")
	}, "--seats=1")
}

func TestTooMany(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		served, waiting := program.Dial(t, address), program.Dial(t, address)
		served.Hear("Your turn\n")
		surplus := program.Dial(t, address)
		surplus.HearEnd()
		server.Await(surplus.Name() + " is turned away")
		served.Leave()
		waiting.Hear("Your turn\n")
	}, "--seats=1", "--waiting=1")
}

// The echo of one who does not listen stalls, and goes on when it does.
func TestClientThatDoesNotRead(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		first, second := program.Dial(t, address), program.Dial(t, address)
		words := strings.Repeat("0123456789", 3_000_000)
		rest := second.SayUntilStalled(words) // before its turn
		first.Hear("Your turn\n")
		first.Leave()
		rest = second.SayUntilStalled(rest) // for want of a listener
		second.SayMeanwhile(rest, true)
		second.Hear("Your turn\n")
		require.True(t, second.HearAll() == words)
	}, "--seats=1")
}

func TestInterruptClosesTheRoom(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		served, waiting := program.Dial(t, address), program.Dial(t, address)
		server.Await(waiting.Name() + " waits, 0 bytes read")
		server.Interrupt()
		served.Hear("Your turn\nThe room closes\n")
		waiting.HearEnd()
		served.Leave()
		require.Equal(t, []string{served.Name() + " left, 0 bytes read"}, server.Finish(0))
	}, "--seats=1")
}
