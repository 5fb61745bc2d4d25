//go:build unix

package net2

import (
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// readsIntoSlab reads each message with one read. A pipe holds as much as the
// largest, whole.
func readsIntoSlab(t *testing.T, messages ...[]byte) (chunks []inbound) {
	t.Helper()
	r, w, err := os.Pipe()
	require.NoError(t, err)
	defer r.Close()
	raw, err := r.SyscallConn()
	require.NoError(t, err)
	read := func(want int) (in inbound) {
		require.NoError(t, raw.Read(func(fd uintptr) (ok bool) {
			in, ok = readIntoSlab(fd)
			return ok
		}))
		require.Len(t, in.data, want)
		return in
	}
	for _, message := range messages {
		_, err = w.Write(message)
		require.NoError(t, err)
		chunks = append(chunks, read(len(message)))
	}
	require.NoError(t, w.Close())
	return append(chunks, read(0))
}

func TestSlabChunksAreApart(t *testing.T) {
	full := bytes.Repeat([]byte("full"), readSize/4)
	large, small := full[:readSize-1], full[:5]
	messages := [][]byte{full, small, full, full, large, full, small}
	chunks := readsIntoSlab(t, messages...)
	require.Equal(t, io.EOF, chunks[len(messages)].err)
	for i, want := range messages {
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
