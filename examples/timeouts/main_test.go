package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestSilentClient(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Hear("Timeout - closing connection\n")
		peer.HearEnd()
		peer.Leave()
		for _, want := range []string{"Client connected", "Socket timeout", "Socket closed"} {
			require.Equal(t, want, server.Next())
		}
	}, "--idle", "100ms")
}

func TestClientThatDoesNotLeave(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Hear("Timeout - closing connection\n")
		peer.HearEnd()
		peer.Say("but I am not done yet")
		server.Await("Socket closed") // although its peer has not closed
	}, "--idle", "100ms")
}

// The answers stall, so that there is no traffic although there is much to send.
func TestClientThatDoesNotRead(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		program.Dial(t, address).SayUntilCutOff(strings.Repeat("x", 10_000))
		for _, want := range []string{"Client connected", "Socket timeout", "Socket closed"} {
			require.Equal(t, want, server.Next())
		}
	}, "--idle", "100ms")
}

// One who listens late is not too late.
func TestClientThatReadsLate(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peer := program.Dial(t, address)
		words := strings.Repeat("0123456789", 3_000_000)
		peer.SayMeanwhile(peer.SayUntilStalled(words), true)
		require.True(t, peer.HearAll() == words)
	})
}

func TestNodeClient(t *testing.T) {
	_, address := program.Serve(t, "-idle", "100ms")
	client := program.Command(t, "node", "testdata/client.js", program.Port(address))
	require.Equal(t, []string{`"hello\nTimeout - closing connection\n"`, "close false"}, client.Finish(0))
}

func TestInterruptEndsClients(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		peer := program.Dial(t, address)
		server.Await("Client connected")
		server.Interrupt()
		peer.Hear("Server closing\n")
		peer.HearEnd()
		peer.Leave()
		require.Equal(t, []string{"Socket closed"}, server.Finish(0))
	})
}

// With fake time the times can be told exactly.
func TestTrafficStartsTheTimeAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, conn := net.Pipe()
		l := loop.New()
		socket := net2.NewSocket(net2.SocketOptions{Loop: l, Conn: conn})
		serve(socket, 30*time.Second, 60*time.Second)
		done := make(chan struct{})
		go func() {
			defer close(done)
			l.Run()
		}()

		begin := time.Now()
		for range 3 {
			time.Sleep(20 * time.Second) // it is the time that is under test
			_, err := client.Write([]byte("hi"))
			require.NoError(t, err)
			_, err = io.ReadFull(client, make([]byte, 2))
			require.NoError(t, err)
		}
		lastWords := make([]byte, len("Timeout - closing connection\n"))
		_, err := io.ReadFull(client, lastWords)
		require.NoError(t, err)
		require.Equal(t, "Timeout - closing connection\n", string(lastWords))
		require.Equal(t, 90*time.Second, time.Since(begin))
		require.NoError(t, client.Close())
		<-done
	})
}

func TestKeepAliveTimerRuns(t *testing.T) {
	if _, err := os.Stat("/proc/net/tcp"); err != nil {
		t.Skip("only Linux shows the timers of its sockets")
	}
	server, address := program.Serve(t)
	peer := program.Dial(t, address)
	server.Await("Client connected")
	port, err := strconv.Atoi(program.Port(address))
	require.NoError(t, err)
	ends := fmt.Sprintf("0100007F:%04X 0100007F:%04X", port, peer.LocalAddr().(*net.TCPAddr).Port)
	table, err := os.ReadFile("/proc/net/tcp")
	require.NoError(t, err)
	for line := range strings.Lines(string(table)) {
		if strings.Contains(line, ends) {
			kind, ticks, _ := strings.Cut(strings.Fields(line)[5], ":")
			require.Equal(t, "02", kind, "the timer is that of keep-alive")
			left, err := strconv.ParseInt(ticks, 16, 64)
			require.NoError(t, err)
			require.InDelta(t, 60, left/100, 5, "seconds to the first probe")
			return
		}
	}
	require.Fail(t, "the connection is not in the table", "%s", table)
}
