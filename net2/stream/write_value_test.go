package stream_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

func TestWriteValueTellsTheHookTheEncoding(t *testing.T) {
	type pair struct {
		value    any
		encoding string
	}
	var got []pair
	w := stream.NewWritable(stream.WritableOptions{
		Loop: loop.New(), ObjectMode: true,
		Write: func(_ *stream.Writable, chunk any, encoding string, cb func(error)) {
			got = append(got, pair{chunk, encoding})
			cb(nil)
		},
	})
	w.WriteValue(42, "hex")
	w.WriteValue("text", "")
	assert.Equal(t, []pair{{42, "hex"}, {"text", ""}}, got)
}

func TestHasIsAskedWhenTheHookIsDue(t *testing.T) {
	l := loop.New()
	there := false
	var got []string
	newStream := func() *stream.Writable {
		return stream.NewWritable(stream.WritableOptions{
			Loop: l, Has: func(hook string) bool { return hook == "final" && there },
			WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { got = append(got, "write"); cb(nil) },
			Writev:     func(_ *stream.Writable, _ []stream.Chunk, cb func(error)) { got = append(got, "writev"); cb(nil) },
			Final:      func(_ *stream.Writable, cb func(error)) { got = append(got, "final"); cb(nil) },
		})
	}
	w := newStream()
	w.Cork()
	w.Write("a")
	w.Write("b")
	w.End()
	l.Run()
	assert.Equal(t, []string{"write", "write"}, got, "neither hook is there")
	got, there = nil, true
	newStream().End()
	l.Run()
	assert.Equal(t, []string{"final"}, got)
}
