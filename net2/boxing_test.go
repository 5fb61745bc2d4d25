package net2_test

import (
	"net"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// The interface that Write takes stays on the caller's stack, whatever is in it.
func TestWriteOfBytesAndStringsAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	ours, theirs := net.Pipe()
	defer theirs.Close()
	s := net2.NewSocket(net2.SocketOptions{Loop: loop.New(), Conn: ours})
	defer s.Destroy()
	chunk, text := []byte("some bytes"), string([]byte("some text"))
	assert.Zero(t, testing.AllocsPerRun(100, func() { s.Write(chunk) }))
	assert.Zero(t, testing.AllocsPerRun(100, func() { s.Write(text) }))
}

func TestWriteOfAnythingElseNamesIt(t *testing.T) {
	ours, theirs := net.Pipe()
	defer theirs.Close()
	s := net2.NewSocket(net2.SocketOptions{Loop: loop.New(), Conn: ours})
	defer s.Destroy()
	const wrong = `TypeError [ERR_INVALID_ARG_TYPE]: The "chunk" argument must be of type string or an instance of ` +
		`Buffer, TypedArray, or DataView. Received `
	for received, chunk := range map[string]any{
		"type number (42)": 42, "type number (-43)": int64(-43), "type number (7)": uint8(7), "type number (3.5)": 3.5,
		"type boolean (true)": true, "an instance of Object": struct{}{}, "an instance of Array": []int{1},
	} {
		require.PanicsWithError(t, wrong+received, func() { s.Write(chunk) })
	}
	require.PanicsWithError(t, "TypeError [ERR_STREAM_NULL_VALUES]: May not write null values to stream", func() { s.Write(nil) })
}
