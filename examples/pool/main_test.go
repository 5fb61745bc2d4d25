package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// sums serves every connection with serve until the test is over, and counts them.
func sums(t *testing.T, serve func(conn net.Conn)) (address string, connections *atomic.Int32) {
	t.Helper()
	listener, address := program.Listen(t)
	connections = new(atomic.Int32)
	var all sync.WaitGroup
	all.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			connections.Add(1)
			all.Go(func() {
				defer conn.Close()
				serve(conn)
			})
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		all.Wait()
	})
	return address, connections
}

// answerTo reads a request from r and returns its answer, "" at the end.
func answerTo(r *bufio.Reader) string {
	line, err := r.ReadBytes('\n')
	if err != nil {
		return ""
	}
	var request struct{ A, B int }
	if err := json.Unmarshal(line, &request); err != nil {
		return err.Error() + "\n"
	}
	return fmt.Sprintf("{\"result\":%d}\n", request.A+request.B)
}

// results are the lines that the program prints for n answered requests, in any order.
func results(format string, n int) []string {
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("%d + %d: "+format, i, i, 2*i))
	}
	return lines
}

func TestConnectionsAreReusedAndClosedWhenIdle(t *testing.T) {
	address, connections := sums(t, func(conn net.Conn) {
		r := bufio.NewReader(conn)
		for answer := answerTo(r); answer != ""; answer = answerTo(r) {
			_, _ = io.WriteString(conn, answer)
		}
	})
	run := program.Start(t, "-port", program.Port(address), "-requests", "50", "-max", "3", "-idle", "50ms")
	lines := run.Finish(0)
	require.ElementsMatch(t, results(`{"result":%d}`, 50), lines[:50])
	require.Equal(t, "50 requests over 3 connections, 0 failed", lines[50])
	require.ElementsMatch(t, []string{
		"Connection 1 is closed, idle", "Connection 2 is closed, idle", "Connection 3 is closed, idle",
	}, lines[51:])
	require.EqualValues(t, 3, connections.Load())
	require.Empty(t, run.Complaints())
}

func TestAgainstThePrograms(t *testing.T) {
	check := func(t *testing.T, address string) {
		run := program.Start(t, "-port", program.Port(address), "-requests", "20", "-max", "4", "-idle", "10ms")
		lines := run.Finish(0)
		require.ElementsMatch(t, results(`{"status":"OK","result":%d}`, 20), lines[:20])
		require.Equal(t, "20 requests over 4 connections, 0 failed", lines[20])
	}
	t.Run("go", func(t *testing.T) {
		t.Parallel()
		server := program.Other(t, "../jsonrpc", "-port", "0")
		check(t, server.Address())
	})
	t.Run("node", func(t *testing.T) {
		t.Parallel()
		_, address := program.ServeNode(t, "../jsonrpc/testdata/server.js")
		check(t, address)
	})
}

// The server closes each connection with its second request unanswered: it is asked again elsewhere.
func TestConnectionsThatCloseInBetween(t *testing.T) {
	address, connections := sums(t, func(conn net.Conn) {
		r := bufio.NewReader(conn)
		_, _ = io.WriteString(conn, answerTo(r))
		answerTo(r)
	})
	run := program.Start(t, "-port", program.Port(address), "-requests", "10", "-max", "2", "-idle", "50ms")
	lines := run.Finish(0)
	require.ElementsMatch(t, results(`{"result":%d}`, 10), lines[:10])
	require.Equal(t, "10 requests over 10 connections, 0 failed", lines[10])
	require.EqualValues(t, 10, connections.Load())
}

// The server closes each connection after one answer, perhaps before it is used again, perhaps after.
func TestOneAnswerAConnection(t *testing.T) {
	address, _ := sums(t, func(conn net.Conn) {
		_, _ = io.WriteString(conn, answerTo(bufio.NewReader(conn)))
	})
	run := program.Start(t, "-port", program.Port(address), "-requests", "30", "-max", "2", "-idle", "50ms")
	lines := run.Finish(0)
	require.ElementsMatch(t, results(`{"result":%d}`, 30), lines[:30])
}

func TestServerThatDoesNotAnswer(t *testing.T) {
	address, _ := sums(t, func(conn net.Conn) { answerTo(bufio.NewReader(conn)) })
	run := program.Start(t, "-port", program.Port(address), "-requests", "2", "-max", "1")
	require.Equal(t, []string{"2 requests over 2 connections, 2 failed"}, run.Finish(1))
	require.Equal(t, "0 + 0: "+errNoAnswer.Error()+"\n1 + 1: "+errNoAnswer.Error()+"\n", run.Complaints())
}

func TestServerThatSaysTooMuch(t *testing.T) {
	address, _ := sums(t, func(conn net.Conn) {
		answer := answerTo(bufio.NewReader(conn))
		_, _ = io.WriteString(conn, answer+answer)
		_, _ = io.Copy(io.Discard, conn)
	})
	run := program.Start(t, "-port", program.Port(address), "-requests", "1")
	require.Equal(t, []string{`0 + 0: {"result":0}`, "1 requests over 1 connections, 0 failed"}, run.Finish(0))
}

func TestNobodyListens(t *testing.T) {
	listener, address := program.Listen(t)
	require.NoError(t, listener.Close())
	run := program.Start(t, "-port", program.Port(address), "-requests", "1")
	require.Equal(t, []string{"1 requests over 1 connections, 1 failed"}, run.Finish(1))
	require.Equal(t, "0 + 0: connect ECONNREFUSED "+address+"\n", run.Complaints())
}
