package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestBroadcast(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		first := program.Dial(t, address)
		require.Equal(t, first.Name()+" connected.", server.Next())
		second := program.Dial(t, address)
		require.Equal(t, second.Name()+" connected.", server.Next())
		first.Hear(second.Name() + " connected.\n")

		second.Say("Hey\r\n")
		second.Hear("We got your message: Hey\n")
		first.Hear(second.Name() + " said: Hey\n")
		require.Equal(t, second.Name()+" said: Hey", server.Next())

		second.Crash()
		first.Hear(second.Name() + " disconnected.\n")
		require.Equal(t, second.Name()+" disconnected.", server.Next())
	})
}

func TestSplitAndJoinedLines(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		listener, talker := program.Dial(t, address), program.Dial(t, address)
		listener.Hear(talker.Name() + " connected.\n")
		talker.Say("one\ntwo\nth\xe2\x82")
		talker.Hear("We got your message: one\nWe got your message: two\n") // so the server has half a character
		talker.Say("\xacree\nlast")
		talker.Half()
		talker.Hear("We got your message: th€ree\nWe got your message: last\n")
		talker.HearEnd()
		for _, want := range []string{"one", "two", "th€ree", "last"} {
			listener.Hear(talker.Name() + " said: " + want + "\n")
		}
		talker.Leave()
		listener.Hear(talker.Name() + " disconnected.\n")
	})
}

func TestOverlongLine(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		listener, talker := program.Dial(t, address), program.Dial(t, address)
		listener.Hear(talker.Name() + " connected.\n")
		talker.Say(strings.Repeat("x", maxLine) + "\r\n")
		talker.Hear("We got your message: " + strings.Repeat("x", maxLine) + "\n")
		listener.Hear(talker.Name() + " said: " + strings.Repeat("x", maxLine) + "\n")
		talker.Say(strings.Repeat("x", maxLine+1))
		talker.SayUntilCutOff("more")
		listener.Hear(talker.Name() + " disconnected.\n")
		listener.Leave()
		server.Await(listener.Name() + " disconnected.")
		server.Interrupt()
		server.Finish(0)
		require.Equal(t, talker.Name()+" failed: message too long\n", server.Complaints())
	})
}

// One who does not read is dropped; the others wait for nothing.
func TestClientThatDoesNotRead(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		talker, deaf := program.Dial(t, address), program.Dial(t, address)
		talker.Hear(deaf.Name() + " connected.\n")
		words := strings.Repeat("x", maxLine)
		for i, dropped := 0, false; !dropped; i++ {
			require.Less(t, i, 1000, "the server holds whatever it is given")
			talker.Say(strings.Repeat(words+"\n", 64))
			for range 64 {
				line := talker.HearLine()
				if line == deaf.Name()+" disconnected." {
					dropped, line = true, talker.HearLine()
				}
				require.Equal(t, "We got your message: "+words, line)
			}
		}
		server.Await(deaf.Name() + " disconnected.")
	})
}

func TestStop(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		server.Await(peer.Name() + " connected.")
		server.Interrupt()
		peer.HearEnd()
		peer.Leave()
		require.Equal(t, []string{peer.Name() + " disconnected."}, server.Finish(0))
	})
}

func TestNodeClients(t *testing.T) {
	_, address := program.Serve(t)
	quiet := program.Dial(t, address)
	client := program.Command(t, "node", "../testdata/client.js", program.Port(address), "Hey", "bye")
	require.Equal(t, []string{"We got your message: Hey", "We got your message: bye", "close false"}, client.Finish(0))
	name, _ := strings.CutSuffix(quiet.HearLine(), " connected.")
	quiet.Hear(name + " said: Hey\n" + name + " said: bye\n" + name + " disconnected.\n")
}
