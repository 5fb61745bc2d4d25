package main

import (
	"fmt"
	"io"
	"net"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

var listening = regexp.MustCompile(`^TCP server listening on (127\.0\.0\.1:([0-9]+))$`)

// serve starts the server on a free port. The first line it prints says which.
func serve(t *testing.T) (server *program.Program, address, port string) {
	t.Helper()
	server = program.Start(t, "-port", "0")
	first := server.Next()
	require.Regexp(t, listening, first)
	found := listening.FindStringSubmatch(first)
	t.Cleanup(func() {
		if !t.Failed() && !server.Finished() && runtime.GOOS != "windows" {
			server.Interrupt()
			server.Finish(0)
		}
	})
	return server, found[1], found[2]
}

// dial connects a client that knows nothing of this module.
func dial(t *testing.T, address string) *net.TCPConn {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	require.NoError(t, conn.SetDeadline(time.Now().Add(20*time.Second)))
	return conn.(*net.TCPConn)
}

func say(t *testing.T, conn net.Conn, words string) {
	t.Helper()
	_, err := io.WriteString(conn, words)
	require.NoError(t, err)
}

func hear(t *testing.T, conn net.Conn, want string) {
	t.Helper()
	got := make([]byte, len(want))
	_, err := io.ReadFull(conn, got)
	require.NoError(t, err)
	require.Equal(t, want, string(got))
}

func hearTheEnd(t *testing.T, conn net.Conn) {
	t.Helper()
	rest, err := io.ReadAll(conn)
	require.NoError(t, err)
	require.Empty(t, rest)
}

func TestRawClient(t *testing.T) {
	server, address, _ := serve(t)
	conn := dial(t, address)
	me := conn.LocalAddr().String()
	require.Equal(t, "Client connected: "+me, server.Next())

	for _, words := range []string{"hello", "grüß dich", "bye"} {
		say(t, conn, words)
		hear(t, conn, "Echo: "+words)
		require.Equal(t, "Received from client "+me+": "+words, server.Next())
	}
	require.NoError(t, conn.CloseWrite())
	hearTheEnd(t, conn)
	require.Equal(t, "Client disconnected: "+me, server.Next())
	require.Equal(t, "Socket closed for "+me+". Had error: false", server.Next())
}

func TestResetOfOneClientLeavesTheOthers(t *testing.T) {
	server, address, _ := serve(t)
	rude, polite := dial(t, address), dial(t, address)
	say(t, rude, "hello")
	hear(t, rude, "Echo: hello") // so nothing is on the way when the reset comes
	require.NoError(t, rude.SetLinger(0))
	require.NoError(t, rude.Close())
	server.Await("Socket closed for " + rude.LocalAddr().String() + ". Had error: true")

	say(t, polite, "still there?")
	hear(t, polite, "Echo: still there?")
	require.NoError(t, polite.Close())
	server.Await("Socket closed for " + polite.LocalAddr().String() + ". Had error: false")

	server.Interrupt()
	server.Finish(0)
	require.Equal(t, "Socket error for "+rude.LocalAddr().String()+": read ECONNRESET\n", server.Complaints())
}

func TestGoClient(t *testing.T) {
	server, address, port := serve(t)
	client := program.Command(t, "go", "run", "./client", "-port", port) // as its comment says
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
	server, _, port := serve(t)
	var clients []*program.Program
	for i := range 3 {
		clients = append(clients, program.Command(t, "node", "testdata/client.js", port, fmt.Sprint("first ", i), "ümläute", "last"))
	}
	for i, client := range clients {
		me := strings.TrimPrefix(client.Next(), "connect ")
		require.Equal(t, []string{
			fmt.Sprint("data Echo: first ", i),
			"data Echo: ümläute",
			"data Echo: last",
			"end",
			"close false",
		}, client.Finish(0))
		require.Empty(t, client.Complaints())
		require.Regexp(t, `^127\.0\.0\.1:[0-9]+$`, me)
	}
	closed := 0
	for closed < len(clients) {
		if strings.HasPrefix(server.Next(), "Socket closed for ") {
			closed++
		}
	}
}

// A person at a terminal sends a line and leaves.
func TestTelnetSession(t *testing.T) {
	server, _, port := serve(t)
	terminal := program.Command(t, "nc", "127.0.0.1", port)
	me := strings.TrimPrefix(server.Next(), "Client connected: ")
	terminal.Say("hello")
	require.Equal(t, "Echo: hello", terminal.Next())
	require.Equal(t, "Received from client "+me+": hello", server.Next())
	require.Empty(t, server.Next(), "the line break is part of what was sent")
	terminal.Kill()
	require.Equal(t, "Client disconnected: "+me, server.Next())
	require.Equal(t, "Socket closed for "+me+". Had error: false", server.Next())
}

// occupy takes a free port.
func occupy(t *testing.T) (holder net.Listener, port string) {
	t.Helper()
	holder, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = holder.Close() })
	_, port, err = net.SplitHostPort(holder.Addr().String())
	require.NoError(t, err)
	return holder, port
}

func TestOccupiedPortIsTriedAgain(t *testing.T) {
	holder, port := occupy(t)
	begin := time.Now()
	server := program.Start(t, "-port", port)
	require.Equal(t, "Address in use, retrying...", server.Next())
	require.NoError(t, holder.Close())
	server.Await("TCP server listening on 127.0.0.1:" + port)
	require.GreaterOrEqual(t, time.Since(begin), time.Second, "it waits before it tries again")

	conn := dial(t, "127.0.0.1:"+port)
	say(t, conn, "at last")
	hear(t, conn, "Echo: at last")
	require.NoError(t, conn.Close())
	server.Await("Socket closed for " + conn.LocalAddr().String() + ". Had error: false")
	server.Interrupt()
	server.Finish(0)
	require.Contains(t, server.Complaints(), "Server error: listen EADDRINUSE: address already in use 127.0.0.1:"+port+"\n")
}

func TestInterruptEndsTheWaitForAPort(t *testing.T) {
	_, port := occupy(t)
	server := program.Start(t, "-port", port)
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
	server, address, _ := serve(t)
	conn := dial(t, address)
	me := conn.LocalAddr().String()
	say(t, conn, "hello")
	hear(t, conn, "Echo: hello")

	server.Interrupt()
	server.Await("Interrupted, closing...")
	hearTheEnd(t, conn) // the server has ended its side
	_, err := net.Dial("tcp", address)
	require.Error(t, err, "nobody else is let in")
	require.NoError(t, conn.Close())
	require.Equal(t, []string{
		"Client disconnected: " + me,
		"Server closed.",
		"Socket closed for " + me + ". Had error: false",
	}, server.Finish(0))
}
