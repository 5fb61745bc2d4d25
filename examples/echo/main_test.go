package main

import (
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestFirstLineSaysWhere(t *testing.T) {
	server := program.Start(t, "-port", "0")
	require.Regexp(t, `^TCP server listening on 127\.0\.0\.1:[1-9][0-9]*$`, server.Next())
}

func TestRawClient(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		client := program.Dial(t, address)
		me := client.Name()
		require.Equal(t, "Client connected: "+me, server.Next())

		for _, words := range []string{"hello", "grüß dich", "bye"} {
			client.Say(words)
			client.Hear("Echo: " + words)
			require.Equal(t, "Received from client "+me+": "+words, server.Next())
		}
		client.Half()
		client.HearEnd()
		require.Equal(t, "Client disconnected: "+me, server.Next())
		require.Equal(t, "Socket closed for "+me+". Had error: false", server.Next())
	})
}

func TestResetOfOneClientLeavesTheOthers(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		rude, polite := program.Dial(t, address), program.Dial(t, address)
		rude.Say("hello")
		rude.Hear("Echo: hello") // so nothing is on the way when the reset comes
		rude.Crash()
		server.Await("Socket closed for " + rude.Name() + ". Had error: true")

		polite.Say("still there?")
		polite.Hear("Echo: still there?")
		polite.Leave()
		server.Await("Socket closed for " + polite.Name() + ". Had error: false")
		server.Kill()
		require.Equal(t, "Socket error for "+rude.Name()+": read ECONNRESET\n", server.Complaints())
	})
}

func TestGoClient(t *testing.T) {
	server, address := program.Serve(t)
	client := program.Command(t, "go", "run", "./client", "-port", program.Port(address)) // as its comment says
	require.Equal(t, []string{
		"Connected to TCP server on " + address,
		"Received from server: Echo: Hello Server, are you there?",
		"Received from server: Echo: Thanks for echoing!",
		"Disconnected from server.",
		"Client socket closed.",
	}, client.Finish(0))

	me := strings.TrimPrefix(server.Next(), "Client connected: ")
	require.Equal(t, "Received from client "+me+": Hello Server, are you there?", server.Next())
	require.Equal(t, "Received from client "+me+": Thanks for echoing!", server.Next())
	require.Equal(t, "Client disconnected: "+me, server.Next())
	require.Equal(t, "Socket closed for "+me+". Had error: false", server.Next())
}

func TestNodeClients(t *testing.T) {
	server, address := program.Serve(t)
	var clients []*program.Program
	for i := range 3 {
		clients = append(clients, program.Command(t, "node", "testdata/client.js",
			program.Port(address), fmt.Sprint("first ", i), "ümläute", "last"))
	}
	for i, client := range clients {
		require.Equal(t, []string{
			"connect",
			fmt.Sprint("data Echo: first ", i),
			"data Echo: ümläute",
			"data Echo: last",
			"end",
			"close false",
		}, client.Finish(0))
		require.Empty(t, client.Complaints())
	}
	for closed := 0; closed < len(clients); {
		if strings.HasPrefix(server.Next(), "Socket closed for ") {
			closed++
		}
	}
}

// A person at a terminal sends a line and leaves.
func TestTelnetSession(t *testing.T) {
	server, address := program.Serve(t)
	terminal := program.Command(t, "nc", "127.0.0.1", program.Port(address))
	me := strings.TrimPrefix(server.Next(), "Client connected: ")
	terminal.Say("hello")
	require.Equal(t, "Echo: hello", terminal.Next())
	require.Equal(t, "Received from client "+me+": hello", server.Next())
	require.Empty(t, server.Next(), "the line break is part of what was sent")
	terminal.Kill()
	require.Equal(t, "Client disconnected: "+me, server.Next())
	require.Equal(t, "Socket closed for "+me+". Had error: false", server.Next())
}

func TestOccupiedPortIsTriedAgain(t *testing.T) {
	for name, start := range map[string]func(t *testing.T, args ...string) *program.Program{
		"go": func(t *testing.T, args ...string) *program.Program { return program.Start(t, args...) },
		"node": func(t *testing.T, args ...string) *program.Program {
			return program.Command(t, "node", append([]string{"testdata/server.js"}, args...)...)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			holder, address := program.Listen(t)
			begin := time.Now()
			server := start(t, "--port", program.Port(address))
			require.Equal(t, "Address in use, retrying...", server.Next())
			require.NoError(t, holder.Close())
			server.Await("TCP server listening on " + address)
			require.GreaterOrEqual(t, time.Since(begin), time.Second, "it waits before it tries again")

			client := program.Dial(t, address)
			client.Say("at last")
			client.Hear("Echo: at last")
			client.Leave()
			server.Await("Socket closed for " + client.Name() + ". Had error: false")
			server.Kill()
			require.Contains(t, server.Complaints(), "Server error: listen EADDRINUSE: address already in use "+address+"\n")
		})
	}
}

func TestInterruptEndsTheWaitForAPort(t *testing.T) {
	_, address := program.Listen(t)
	server := program.Start(t, "-port", program.Port(address))
	require.Equal(t, "Address in use, retrying...", server.Next())
	server.Interrupt()
	require.Equal(t, []string{"Interrupted, closing...", "Server closed."}, server.Finish(0))
}

func TestAddressThatIsNotOursIsTheEnd(t *testing.T) {
	server := program.Start(t, "-host", "192.0.2.1", "-port", "3000") // set aside for documentation
	require.Empty(t, server.Finish(1))
	require.Equal(t, "Server error: listen EADDRNOTAVAIL: address not available 192.0.2.1:3000\n", server.Complaints())
}

func TestInterruptClosesGracefully(t *testing.T) {
	server, address := program.Serve(t)
	client := program.Dial(t, address)
	client.Say("hello")
	client.Hear("Echo: hello")

	server.Interrupt()
	server.Await("Interrupted, closing...")
	client.HearEnd() // the server has ended its side
	_, err := net.Dial("tcp", address)
	require.Error(t, err, "nobody else is let in")
	client.Leave()
	require.Equal(t, []string{
		"Client disconnected: " + client.Name(),
		"Server closed.",
		"Socket closed for " + client.Name() + ". Had error: false",
	}, server.Finish(0))
}
