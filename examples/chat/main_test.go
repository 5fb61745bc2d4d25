package main

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// join connects a peer and gives it a name.
func join(t *testing.T, address, name string) *program.Peer {
	t.Helper()
	peer := program.Dial(t, address)
	peer.Hear("Enter your username: ")
	peer.Say(name + "\n")
	peer.Hear("Welcome " + name + "!\n")
	return peer
}

func TestJoinTalkAndLeave(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		alice := join(t, address, "Alice")
		bob := join(t, address, "Bob")
		alice.Hear("Bob joined the chat\n")
		alice.Say("hello, Bob\n")
		alice.Hear("[Alice]: hello, Bob\n")
		bob.Hear("[Alice]: hello, Bob\n") // and nothing of his own arrival
		bob.Say("grüß dich\r\n")
		alice.Hear("[Bob]: grüß dich\n")
		bob.Hear("[Bob]: grüß dich\n")
		bob.Leave()
		alice.Hear("Bob left the chat\n")
		for _, want := range []string{"Alice joined", "Bob joined", "[Alice]: hello, Bob", "[Bob]: grüß dich", "Bob left"} {
			require.Equal(t, want, server.Next())
		}
	})
}

func TestCommands(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		zoe := join(t, address, "Zoë")
		alice := join(t, address, "Alice")
		zoe.Hear("Alice joined the chat\n")
		alice.Say("/users\n")
		alice.Hear("Online users: Zoë, Alice\n")
		alice.Say("/help\n")
		alice.Hear("Commands:\n/users - View user list\n/help - Show help\n/quit - Exit chat\n")
		alice.Say("/dance\n")
		alice.Hear("Unknown command. Type /help for help\n")
		alice.Say("/quit\nis anyone there?\n/users\n")
		alice.Hear("Goodbye!\n")
		alice.HearEnd()
		zoe.Hear("Alice left the chat\n") // although Alice's side is still open
		zoe.Say("/users\n")
		zoe.Hear("Online users: Zoë\n")
		join(t, address, "Alice") // the name is free again
	})
}

func TestNamesThatCannotBeHad(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		join(t, address, "Alice")
		peer := program.Dial(t, address)
		peer.Hear("Enter your username: ")
		for _, try := range []struct{ name, complaint string }{
			{"", "A name cannot be empty"},
			{" \t\x1b\x07\xff ", "A name cannot be empty"},
			{"Alice", "The name Alice is taken"},
			{"aLICE", "The name aLICE is taken"},
			{"Bob]: [Eve", "A name cannot contain any of [ ] / , :"},
			{"/quit", "A name cannot contain any of [ ] / , :"},
			{strings.Repeat("ü", maxName+1), "A name has at most 30 characters"},
		} {
			peer.Say(try.name + "\n")
			peer.Hear(try.complaint + "\nEnter your username: ")
		}
		peer.Say("Bob\n")
		peer.Hear("Welcome Bob!\n")
	})
}

func TestSplitAndJoinedLines(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		bystander := join(t, address, "Bystander")
		peer := program.Dial(t, address)
		peer.Say("Ali")
		peer.Hear("Enter your username: ")
		peer.Say("ce\none\n\ntwo\n/users\nth\xe2\x82") // half a line and half a character
		peer.Hear("Welcome Alice!\n[Alice]: one\n[Alice]: two\nOnline users: Bystander, Alice\n")
		peer.Say("\xacree\nlast")
		peer.Hear("[Alice]: th€ree\n")
		peer.Half()
		peer.Hear("[Alice]: last\n")
		peer.HearEnd()
		peer.Leave()
		bystander.Hear("Alice joined the chat\n[Alice]: one\n[Alice]: two\n[Alice]: th€ree\n[Alice]: last\nAlice left the chat\n")
	})
}

func TestControlCharactersAreDropped(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		alice := join(t, address, "Alice")
		alice.Say("\x1b[2Jhi\x00\x07 \xff\xfe👨\u200d👩\n")
		alice.Hear("[Alice]: [2Jhi 👨\u200d👩\n")
		server.Await("[Alice]: [2Jhi 👨\u200d👩")
	})
}

func TestOverlongLine(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		bystander := join(t, address, "Bystander")
		alice := join(t, address, "Alice")
		longest := strings.Repeat("x", maxLine)
		alice.Say(longest + "\r\n")
		alice.Hear("[Alice]: " + longest + "\n")
		alice.Say("before\n" + longest + "xx\nafter\n")
		alice.Hear("[Alice]: before\nLine too long\n")
		alice.HearEnd()
		bystander.Hear("Alice joined the chat\n[Alice]: " + longest + "\n[Alice]: before\nAlice left the chat\n")

		nameless := program.Dial(t, address)
		nameless.Hear("Enter your username: ")
		nameless.Say(strings.Repeat("never a line break ", 100_000))
		nameless.Hear("Line too long\n")
		nameless.HearEnd()
		nameless.SayUntilCutOff("more")
		bystander.Say("all quiet\n")
		bystander.Hear("[Bystander]: all quiet\n")
	})
}

func TestCrashOfOneClient(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		alice, bob := join(t, address, "Alice"), join(t, address, "Bob")
		alice.Hear("Bob joined the chat\n")
		bob.Crash()
		alice.Hear("Bob left the chat\n")
		alice.Say("poor Bob\n")
		alice.Hear("[Alice]: poor Bob\n")
		nameless := program.Dial(t, address)
		nameless.Hear("Enter your username: ")
		nameless.Crash()
		alice.Say("/users\n")
		alice.Hear("Online users: Alice\n")
	})
}

// One who does not read is dropped before it fills the memory. The others wait for nothing.
func TestClientThatDoesNotRead(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		alice, deaf := join(t, address, "Alice"), join(t, address, "Deaf")
		alice.Hear("Deaf joined the chat\n")
		const batch = 64
		words := strings.Repeat("x", maxLine-100)
		for i := 0; ; i++ {
			require.Less(t, i, 1000, "the server holds whatever it is given")
			alice.Say(strings.Repeat(words+"\n", batch))
			left := false
			for range batch {
				line := alice.HearLine()
				if line == "Deaf left the chat" {
					left = true
					line = alice.HearLine()
				}
				require.Len(t, line, len("[Alice]: ")+len(words))
			}
			if left {
				break
			}
		}
		require.NoError(t, deaf.Close())
		alice.Say("/users\n")
		alice.Hear("Online users: Alice\n")
	})
}

func TestManyClients(t *testing.T) {
	_, address := program.Serve(t)
	const many = 50
	var peers []*program.Peer
	for i := range many {
		peers = append(peers, join(t, address, fmt.Sprint("user", i)))
		for _, peer := range peers[:i] {
			peer.Hear(fmt.Sprintf("user%d joined the chat\n", i))
		}
	}
	for i, peer := range peers {
		peer.Say(fmt.Sprintln("I am", i))
		for _, other := range peers {
			other.Hear(fmt.Sprintf("[user%d]: I am %d\n", i, i))
		}
	}
}

func TestNodeClient(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		client := program.Command(t, "node", "testdata/client.js", program.Port(address), "", "Alice", "hello", "/users", "/quit")
		require.Equal(t, []string{
			"Enter your username:",
			"A name cannot be empty",
			"Enter your username:",
			"Welcome Alice!",
			"[Alice]: hello",
			"Online users: Alice",
			"Goodbye!",
			"close false",
		}, client.Finish(0))
	})
}

// A person at a terminal, without any client of ours.
func TestTerminal(t *testing.T) {
	server, address := program.Serve(t)
	terminal := program.Command(t, "nc", "127.0.0.1", program.Port(address))
	terminal.Say("Alice")
	require.Equal(t, "Enter your username: Welcome Alice!", terminal.Next())
	terminal.Say("anyone?")
	require.Equal(t, "[Alice]: anyone?", terminal.Next())
	terminal.Kill()
	server.Await("Alice left")
}

func TestInterruptSendsEveryoneHome(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		alice := join(t, address, "Alice")
		nameless := program.Dial(t, address)
		nameless.Hear("Enter your username: ")
		server.Interrupt()
		alice.Hear("The server is closing\n")
		nameless.Hear("The server is closing\n")
		for _, peer := range []io.Closer{alice, nameless} {
			require.NoError(t, peer.Close())
		}
		server.Await("Server closed")
		server.Finish(0)
		require.Empty(t, server.Complaints())
	})
}
