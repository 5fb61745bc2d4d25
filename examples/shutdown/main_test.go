package main

import (
	"net"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestBusyClientsGetTheirAnswer(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		idle, busy := program.Dial(t, address), program.Dial(t, address)
		idle.Say("soon\n")
		idle.Hear("say how many milliseconds it shall take\n")
		busy.Say("1\n")
		busy.Hear("done 1\n")
		busy.Say("600\n500\n")
		server.Await("Request: 600")
		server.Await("Request: 500")

		server.Interrupt()
		idle.Hear("bye\n")
		idle.HearEnd()
		require.Equal(t, "Closing, 2 clients, 1 busy", server.Next())
		late, err := net.Dial("tcp", address)
		if err == nil { // in the very moment of the close
			_, err = late.Read(make([]byte, 1))
			_ = late.Close()
		}
		require.Error(t, err, "nobody is let in any more")
		busy.Say("1\n")
		require.ElementsMatch(t, []string{"closing, ask elsewhere", "done 500", "done 600"},
			[]string{busy.HearLine(), busy.HearLine(), busy.HearLine()})
		busy.Hear("bye\n")
		busy.HearEnd()
		idle.Leave()
		busy.Leave()
		require.Equal(t, []string{"Closed, nobody was cut off"}, server.Finish(0))
		require.Empty(t, server.Complaints())
	})
}

func TestDeadline(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		slow, stubborn := program.Dial(t, address), program.Dial(t, address)
		slow.Say("3600000\n")
		stubborn.Say("soon\n")
		stubborn.Hear("say how many milliseconds it shall take\n")
		server.Await("Request: 3600000")
		server.Interrupt()
		stubborn.Hear("bye\n")
		stubborn.HearEnd() // and does not close its side
		slow.HearEnd()     // the deadline: no answer, no good-bye
		require.Equal(t, []string{"Closing, 2 clients, 1 busy", "Closed, 2 cut off"}, server.Finish(1))
	}, "--grace=200ms")
}

func TestClientThatLeavesTakesItsRequestsAlong(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say("3600000\n")
		server.Await("Request: 3600000")
		server.Interrupt()
		server.Await("Closing, 1 clients, 1 busy")
		peer.Crash()
		require.Equal(t, []string{"Closed, nobody was cut off"}, server.Finish(0))
	})
}

func TestNothingToClose(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		server.Interrupt()
		require.Equal(t, []string{"Closing, 0 clients, 0 busy", "Closed, nobody was cut off"}, server.Finish(0))
	})
}

func TestSecondInterruptKills(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say("3600000\n")
		server.Await("Request: 3600000")
		server.Interrupt()
		server.Await("Closing, 1 clients, 1 busy")
		server.Interrupt()
		require.Empty(t, server.Finish(-1))
	})
}
