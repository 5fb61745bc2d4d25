package stream_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

func TestDebugShowsWhatAStreamWaitsFor(t *testing.T) {
	l := loop.New()
	d := stream.NewDuplex(stream.DuplexOptions{Loop: l, Read: func(*stream.Duplex, int) {},
		WriteBytes: func(*stream.Duplex, []byte, func(error)) {}})
	d.Push("text")
	d.Write("one")
	d.Write("two")
	s := stream.Debug(d)
	assert.Equal(t, []any{[]byte("text")}, s.Read.Buffered)
	assert.True(t, s.Constructed && s.AutoDestroy && s.Write.Writing && !s.Read.Ended)
	assert.Len(t, s.Write.Buffered, 1)
	assert.Equal(t, 2, s.Write.PendingCallbacks)

	src := stream.NewReadable(stream.ReadableOptions{Loop: l, Read: func(*stream.Readable, int) {}})
	src.Pipe(d)
	assert.Equal(t, []stream.Stream{d}, stream.Debug(src).Read.Pipes)
	assert.Equal(t, stream.WriteDebug{}, stream.Debug(src).Write)
}
