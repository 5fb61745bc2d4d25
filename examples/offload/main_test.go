package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// forever is more than a test can wait for.
const forever = "1000000000000"

func TestAnswersInOrder(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say("100000\r\n10\n2\n-7\n")
		peer.Hear("9592 primes below 100000\n4 primes below 10\n0 primes below 2\n0 primes below -7\n")
		peer.Say("what?\npi")
		peer.Hear("ask for ping, or for the primes below a number\n")
		peer.Say("ng\n")
		peer.Hear("pong\n")
	})
}

// The question keeps a processor busy for as long as somebody waits for the answer, and nobody else notices.
func TestOthersDoNotWait(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		curious, other := program.Dial(t, address), program.Dial(t, address)
		curious.Say(forever + "\n" + forever + "\n")
		for range 100 {
			other.Say("ping\n")
			other.Hear("pong\n")
		}
		curious.Say("ping\n")
		curious.Hear("pong\n") // not even the one who asked
		curious.Leave()
		server.Await("Nobody waits for the primes below " + forever)
		other.Say("100\n")
		other.Hear("25 primes below 100\n")
	})
}

func TestLimit(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say(forever + "\n" + forever + "\n")
		peer.Hear(strings.Repeat("counting to "+forever+" takes too long\n", 2))
	}, "--limit", "200ms")
}

func TestAskingTooMuch(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		for _, words := range []string{
			strings.Repeat(forever+"\n", 11),
			strings.Repeat("x", 101),
		} {
			program.Dial(t, address).SayUntilCutOff(words)
		}
		// This peer reads no answer. Its buffers stay as they are: a window that shrinks below what the
		// server has sent makes the kernel drop the server's acknowledgements too, and the peer's writes then wait for ever.
		program.Dial(t, address).SayUntilCutOff(strings.Repeat("?\n", 1000)) // has long answers
		other := program.Dial(t, address)
		other.Say("ping\n")
		other.Hear("pong\n")
	})
}

func TestInterruptEndsTheWork(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say(forever + "\nping\n")
		peer.Hear("pong\n")
		server.Interrupt()
		require.Equal(t, []string{"Nobody waits for the primes below " + forever}, server.Finish(0))
		require.Empty(t, server.Complaints())
	})
}
