package main

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

const size = 16<<20 + 1 // more than the kernel's buffers hold, and no whole number of chunks

// whole is the body that every step sends.
func whole() []byte {
	var all bytes.Buffer
	for left := size; left > 0; {
		n := min(left, chunkSize)
		left -= n
		all.Write(bytes.Repeat([]byte{'a' + byte(left/chunkSize%26)}, n))
	}
	return all.Bytes()
}

// report is what the server says of a client that has gone.
func report(t *testing.T, server *program.Program) (step, read, waited int) {
	t.Helper()
	line := server.Next()
	_, err := fmt.Sscanf(line, "step %d: %d bytes read from the body, at most %d waited when more was asked for", &step, &read, &waited)
	require.NoError(t, err, line)
	return step, read, waited
}

func TestWhatWaits(t *testing.T) {
	want := whole()
	for step := 1; step <= len(steps); step++ {
		t.Run(fmt.Sprint("step ", step), func(t *testing.T) {
			program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
				peer := program.Dial(t, address)
				if step == 1 { // is done before anybody reads
					require.Contains(t, server.Next(), "step 1: the whole body is written")
				}
				require.True(t, peer.HearAll() == string(want), "the body came whole and in order")
				peer.Leave()
				if step > 1 {
					require.Contains(t, server.Next(), fmt.Sprintf("step %d: the whole body is written", step))
				}
				reported, read, waited := report(t, server)
				require.Equal(t, step, reported)
				require.Equal(t, size, read)
				if step == 1 {
					require.Greater(t, waited, size/8)
				} else {
					require.LessOrEqual(t, waited, chunkSize)
				}
			}, fmt.Sprint("--step=", step), fmt.Sprint("--size=", size))
		})
	}
}

// A client that reads nothing costs the naive server the whole body, and the others a chunk.
func TestClientThatDoesNotReadAndLeaves(t *testing.T) {
	first := string(whole()[:1])
	for step := 1; step <= len(steps); step++ {
		t.Run(fmt.Sprint("step ", step), func(t *testing.T) {
			program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
				peer := program.Dial(t, address)
				peer.Hear(first) // the server has begun
				peer.Crash()
				if step == 1 {
					require.Contains(t, server.Next(), "step 1: the whole body is written")
				}
				_, read, waited := report(t, server)
				if step == 1 {
					require.Equal(t, size, read)
				} else {
					require.Less(t, read, size)
					require.LessOrEqual(t, waited, chunkSize)
				}
			}, fmt.Sprint("--step=", step), fmt.Sprint("--size=", size))
		})
	}
}

func TestInterruptDuringTheBody(t *testing.T) {
	server, address := program.Serve(t, "-size", fmt.Sprint(1<<40))
	peer := program.Dial(t, address)
	_, err := io.CopyN(io.Discard, peer, 10<<20)
	require.NoError(t, err)
	server.Interrupt()
	_, _ = io.Copy(io.Discard, peer) // until it is cut off
	require.Len(t, server.Finish(0), 1)
}

func TestWrongStep(t *testing.T) {
	server := program.Start(t, "-step", "6")
	require.Empty(t, server.Finish(2))
	require.Equal(t, "-step must be 1 to 5\n", server.Complaints())
}
