//go:build unix

package net2

import (
	"bytes"
	"io"
	"net"
	"testing"

	"github.com/stretchr/testify/require"
)

// readsIntoSlab sends each message and reads it with one read.
func readsIntoSlab(t *testing.T, messages ...[]byte) (chunks []inbound) {
	t.Helper()
	ln, err := net.Listen("tcp4", "127.0.0.1:0")
	require.NoError(t, err)
	defer ln.Close()
	peer, err := net.Dial("tcp4", ln.Addr().String())
	require.NoError(t, err)
	conn, err := ln.Accept()
	require.NoError(t, err)
	defer conn.Close()
	read := func(want int) (in inbound) {
		require.NoError(t, rawConn(conn).Read(func(fd uintptr) (ok bool) {
			in, ok = readIntoSlab(fd)
			return ok
		}))
		require.Len(t, in.data, want)
		return in
	}
	for _, message := range messages {
		_, err = peer.Write(message)
		require.NoError(t, err)
		chunks = append(chunks, read(len(message)))
	}
	require.NoError(t, peer.Close())
	return append(chunks, read(0))
}

func TestSlabChunksAreApart(t *testing.T) {
	large, small := bytes.Repeat([]byte("large "), 4000), []byte("small")
	chunks := readsIntoSlab(t, large, small, large, large, small)
	require.Equal(t, io.EOF, chunks[5].err)
	for i, want := range [][]byte{large, small, large, large, small} {
		grown := append(chunks[i].data, "beyond its end"...)
		clear(grown) // reaches a neighbour only if the chunk's capacity does
		require.Equal(t, want, chunks[i].data, "chunk %d was written to by its neighbour", i)
		clear(chunks[i].data)
	}
}

func TestProgramThatKeepsIsForeseen(t *testing.T) {
	var r reader
	full := make([]byte, readSize)
	r.foresee(full[:100], false)
	require.False(t, r.kept.Load(), "a small chunk tells nothing")
	r.foresee(full, false)
	require.True(t, r.kept.Load())
	r.foresee(full[:100], true)
	require.False(t, r.kept.Load(), "it came back")
}
