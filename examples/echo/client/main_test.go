package main

import (
	"io"
	"net"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func talk(port string) []string {
	return []string{
		"Connected to TCP server on 127.0.0.1:" + port,
		"Received from server: Echo: Hello Server, are you there?",
		"Received from server: Echo: Thanks for echoing!",
		"Disconnected from server.",
		"Client socket closed.",
	}
}

func TestNodeServer(t *testing.T) {
	server := program.Command(t, "node", "testdata/server.js")
	port := server.Next()
	client := program.Start(t, "-port", port)
	require.Equal(t, talk(port), client.Finish(0))
	require.Empty(t, client.Complaints())
	require.Equal(t, []string{
		"connection",
		"data Hello Server, are you there?",
		"data Thanks for echoing!",
		"end",
		"close false",
	}, server.Finish(0))
}

func TestRawServer(t *testing.T) {
	ln, port := listen(t)
	served := make(chan error, 1)
	go func() { served <- echoOnce(ln) }()
	client := program.Start(t, "-port", port)
	require.Equal(t, talk(port), client.Finish(0))
	require.NoError(t, <-served)
}

func TestNobodyListens(t *testing.T) {
	ln, port := listen(t)
	require.NoError(t, ln.Close())
	client := program.Start(t, "-port", port)
	require.Empty(t, client.Finish(1))
	require.Equal(t, "Client error: connect ECONNREFUSED 127.0.0.1:"+port+"\n", client.Complaints())
}

func listen(t *testing.T) (ln net.Listener, port string) {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = ln.Close() })
	_, port, err = net.SplitHostPort(ln.Addr().String())
	require.NoError(t, err)
	return ln, port
}

// echoOnce serves one client until it ends, with Go's own net.
func echoOnce(ln net.Listener) error {
	conn, err := ln.Accept()
	if err != nil {
		return err
	}
	defer conn.Close()
	buf := make([]byte, 1024)
	for {
		n, err := conn.Read(buf)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if _, err := conn.Write(append([]byte("Echo: "), buf[:n]...)); err != nil {
			return err
		}
	}
}
