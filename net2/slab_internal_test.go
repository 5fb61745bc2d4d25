//go:build unix

package net2

import (
	"bytes"
	"io"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// readsIntoSlab reads each message with one read: the socket holds as much as
// the largest, whole.
func readsIntoSlab(t *testing.T, messages ...[]byte) (chunks []inbound) {
	t.Helper()
	ends, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	require.NoError(t, err)
	require.NoError(t, unix.SetNonblock(ends[0], true))
	require.NoError(t, unix.SetsockoptInt(ends[1], unix.SOL_SOCKET, unix.SO_SNDBUF, 4*readSize))
	r, w := os.NewFile(uintptr(ends[0]), "r"), os.NewFile(uintptr(ends[1]), "w")
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
	h := &handle{}
	r := &h.reader
	r.init(h)
	full := make([]byte, readSize)
	r.foresee(full[:100], false, false)
	require.EqualValues(t, intoBuffer, h.into.Load(), "a small chunk tells nothing")
	r.foresee(full, false, false)
	require.EqualValues(t, intoSlab, h.into.Load())
	r.foresee(full[:100], true, false)
	require.EqualValues(t, intoBuffer, h.into.Load(), "it came back")
}

// fillSlabs writes over whole slabs, lets them go, and returns how many of them
// had been used before.
func fillSlabs() (again int) {
	for range 2 * maxReturning {
		m := takeSlab()
		if m.bytes[0] != 0 {
			again++
		}
		for i := range m.bytes {
			m.bytes[i] = 'x'
		}
	}
	return again
}

func TestKeptChunkIsNobodyElses(t *testing.T) {
	s := &slab{takeSlab().bytes[:]}
	s.cut(readSize)
	kept := s.cut(readSize)
	for i := range kept {
		kept[i] = 'k'
	}
	s = nil
	again := 0
	require.Eventually(t, func() bool {
		runtime.GC()
		again += fillSlabs()
		return again > 3*maxReturning
	}, 10*time.Second, time.Millisecond, "slabs come back")
	require.Equal(t, readSize, bytes.Count(kept, []byte("k")))
}

func TestSlabsComeBackAndAreLetGoInTheEnd(t *testing.T) {
	fillSlabs()
	require.Positive(t, returning.Load())
	require.LessOrEqual(t, returning.Load(), int32(maxReturning))
	require.EventuallyWithT(t, func(t *assert.CollectT) {
		runtime.GC()
		assert.Zero(t, returning.Load(), "nothing streams any more")
	}, 10*time.Second, time.Millisecond)
}
